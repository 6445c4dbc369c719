package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Types with subtypes, told apart in every way that Jackson knows. */
@SuppressWarnings({
  "BadImport",
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent",
  "StringSplitter",
  "JavaUtilDate",
  "NullOptional",
  "UnnecessaryStringBuilder",
  "FloatingPointLiteralPrecision"
}) // types as applications have them, read by reflection
@NullUnmarked
final class TaggedSamples {
  private TaggedSamples() {}

  @JsonTypeInfo(use = Id.NAME, property = "kind")
  sealed interface Shape permits Circle, Square, Group {}

  @JsonTypeName("circle")
  record Circle(double radius, String note) implements Shape {}

  @JsonTypeName("square")
  record Square(int side) implements Shape {}

  @JsonTypeName("group")
  record Group(List<Shape> members, Shape main) implements Shape {}

  record Drawing(Shape shape, List<Shape> shapes, Map<String, Shape> named, Shape[] array) {}

  @JsonTypeInfo(use = Id.NAME, include = As.WRAPPER_OBJECT)
  @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "cat")})
  interface Wrapped {}

  record Cat(int lives) implements Wrapped {}

  @JsonTypeInfo(use = Id.NAME, include = As.WRAPPER_ARRAY)
  @JsonSubTypes({@JsonSubTypes.Type(value = Dog.class, name = "dog")})
  interface InArray {}

  record Dog(boolean barks) implements InArray {}

  @JsonTypeInfo(use = Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(Bike.class), @JsonSubTypes.Type(Car.class)})
  interface Deduced {}

  record Bike(int gears) implements Deduced {}

  record Car(int doors, String plate) implements Deduced {}

  @JsonTypeInfo(use = Id.CLASS)
  interface ByClass {}

  record First(int one) implements ByClass {}

  @JsonTypeInfo(use = Id.SIMPLE_NAME)
  sealed interface Simple permits Alpha, Beta {}

  record Alpha(String a) implements Simple {}

  record Beta(String b) implements Simple {}

  @JsonTypeInfo(use = Id.NAME, include = As.EXISTING_PROPERTY, property = "type", visible = true)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Created.class, name = "created"),
    @JsonSubTypes.Type(value = Deleted.class, name = "deleted")
  })
  interface Event {
    String type();
  }

  record Created(String type, String id) implements Event {}

  record Deleted(String type, int count) implements Event {}

  static class External {
    public String what = "cat";

    @JsonTypeInfo(use = Id.NAME, include = As.EXTERNAL_PROPERTY, property = "what")
    @JsonSubTypes({
      @JsonSubTypes.Type(value = PlainCat.class, name = "cat"),
      @JsonSubTypes.Type(value = PlainDog.class, name = "dog")
    })
    public Object value = new PlainCat(9);
  }

  record PlainCat(int lives) {}

  record PlainDog(boolean barks) {}

  @JsonTypeInfo(use = Id.NAME, property = "t", defaultImpl = Fallback.class)
  @JsonSubTypes({@JsonSubTypes.Type(value = Known.class, name = "known")})
  interface Defaulted {}

  record Known(int k) implements Defaulted {}

  record Fallback(String f) implements Defaulted {}

  @JsonTypeInfo(use = Id.NAME)
  @JsonSubTypes({@JsonSubTypes.Type(value = Manager.class, name = "manager")})
  @JsonTypeName("employee")
  static class Employee {
    public String name = "n";
  }

  static class Manager extends Employee {
    public int reports = 3;
  }

  static class TaggedProperty {
    @JsonTypeInfo(use = Id.CLASS)
    public Object any = new PlainDog(true);

    @JsonTypeInfo(use = Id.NAME, property = "is")
    @JsonSubTypes({@JsonSubTypes.Type(value = PlainCat.class, name = "cat")})
    public List<Object> list = List.of(new PlainCat(1));
  }

  sealed interface Untagged permits Left, Right {}

  record Left(int left) implements Untagged {}

  record Right(String right) implements Untagged {}

  record HasUntagged(Untagged either) {}

  @JsonTypeInfo(use = Id.NAME, property = "enum")
  @JsonSubTypes({@JsonSubTypes.Type(value = Constant.class, name = "constant")})
  interface WithEnum {}

  enum Constant implements WithEnum {
    ONLY
  }

  @JsonTypeInfo(use = Id.NAME, property = "level")
  sealed interface Deep permits Middle, Top {}

  sealed interface Middle extends Deep permits Bottom {}

  @JsonTypeName("bottom")
  record Bottom(int depth) implements Middle {}

  @JsonTypeName("top")
  record Top(String height) implements Deep {}

  static List<Sample> all() {
    Circle circle = new Circle(1.5, null);
    Employee employee = new Employee();
    return List.of(
        Sample.of(
            Shape.class, circle, new Square(2), new Group(List.of(circle, new Square(1)), circle)),
        Sample.of(Circle.class, circle),
        new Sample(
            "Box of Box of Shape",
            Sample.generic(Sample.Box.class, Sample.generic(Sample.Box.class, Shape.class)),
            List.of(new Sample.Box<>(new Sample.Box<>(circle)))),
        new Sample(
            "Box of Map of Box of Shape",
            Sample.generic(
                Sample.Box.class,
                Sample.generic(
                    Map.class, String.class, Sample.generic(Sample.Box.class, Shape.class))),
            List.of(new Sample.Box<>(Map.of("k", new Sample.Box<>(circle))))),
        Sample.of(Group.class, new Group(null, null)),
        Sample.of(
            Drawing.class,
            new Drawing(circle, List.of(circle), Map.of("k", new Square(3)), new Shape[] {circle}),
            new Drawing(null, null, null, null)),
        Sample.of(Wrapped.class, new Cat(9)),
        Sample.of(Cat.class, new Cat(7)),
        Sample.of(InArray.class, new Dog(true)),
        Sample.of(Dog.class, new Dog(true)),
        Sample.of(Deduced.class, new Bike(3), new Car(4, "X")),
        Sample.of(Bike.class, new Bike(5)),
        Sample.of(ByClass.class, new First(1)),
        Sample.of(Simple.class, new Alpha("a"), new Beta(null)),
        Sample.of(Event.class, new Created("created", "1"), new Deleted("deleted", 2)),
        Sample.of(Created.class, new Created("created", "1")),
        Sample.of(External.class, new External()),
        Sample.of(Defaulted.class, new Known(1), new Fallback("f")),
        Sample.of(Employee.class, employee, new Manager()),
        Sample.of(Manager.class, new Manager()),
        Sample.of(TaggedProperty.class, new TaggedProperty()),
        Sample.of(HasUntagged.class, new HasUntagged(new Left(1)), new HasUntagged(null)),
        Sample.of(WithEnum.class, Constant.ONLY),
        Sample.of(Deep.class, new Bottom(1), new Top("h")),
        Sample.of(Middle.class, new Bottom(1)));
  }
}
