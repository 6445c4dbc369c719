package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** The ways in which Jackson can be told to hide a property. */
@SuppressWarnings({
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent"
}) // read by reflection
@NullUnmarked
final class HiddenSamples {
  static final String SECRET = "s3cr3t";

  /** Ways with the same configuration share an application. */
  private static final UnaryOperator<JsonMapper.Builder> DEFAULT = UnaryOperator.identity();

  private static final UnaryOperator<JsonMapper.Builder> FILTERS = HiddenSamples::filters;
  private static final UnaryOperator<JsonMapper.Builder> VIEWS = HiddenSamples::views;

  private HiddenSamples() {}

  /**
   * A way to hide.
   *
   * @param mapper how the application's mapper is configured for it
   * @param view the view of the routes; null for none
   * @param value has something hidden
   */
  record Way(
      String name,
      UnaryOperator<JsonMapper.Builder> mapper,
      @Nullable Class<?> view,
      Type type,
      Object value) {}

  private static Way way(String name, Object value) {
    return configured(name, DEFAULT, value);
  }

  private static Way configured(
      String name, UnaryOperator<JsonMapper.Builder> mapper, Object value) {
    return new Way(name, mapper, null, value.getClass(), value);
  }

  record User(String name, String hash) {}

  static User user() {
    return new User("Ada", SECRET);
  }

  record Ignored(String name, @JsonIgnore String hash) {}

  record WriteOnly(
      String name, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String hash) {}

  @JsonIgnoreProperties("hash")
  record IgnoredByClass(String name, String hash) {}

  @JsonIgnoreProperties(value = "hash", allowSetters = true)
  static class OnlySet {
    public String name = "Ada";
    public String hash = SECRET;
  }

  static class Inherited extends OnlySet {
    public int more = 1;
  }

  @JsonIncludeProperties("name")
  record IncludedByClass(String name, String hash) {}

  @JsonIgnoreType
  record NoType(String hash) {}

  record OfIgnoredType(String name, NoType hidden, List<String> list) {}

  record IgnoredBehind(String name, @JsonIgnoreProperties("hash") User user) {}

  record IgnoredInLists(
      @JsonIgnoreProperties("hash") List<User> list,
      @JsonIgnoreProperties("hash") User[] array,
      @JsonIgnoreProperties("hash") Map<String, User> map,
      @JsonIgnoreProperties("hash") java.util.Optional<User> maybe) {}

  record IncludedBehind(
      @JsonIncludeProperties("name") User user, @JsonIncludeProperties("name") List<User> list) {}

  record IgnoredKeys(@JsonIgnoreProperties("hash") Map<String, String> map) {}

  @JsonAutoDetect(
      fieldVisibility = Visibility.NONE,
      getterVisibility = Visibility.NONE,
      isGetterVisibility = Visibility.NONE)
  static class Undetected {
    public String hash = SECRET;

    @JsonProperty
    public String getName() {
      return "Ada";
    }

    public String getOther() {
      return SECRET;
    }
  }

  static class Transient {
    public String name = "Ada";
    private final transient String hash = SECRET;

    public String getHash() {
      return hash;
    }
  }

  static class Back {
    public String name = "Ada";
    @JsonBackReference public User user = HiddenSamples.user();
  }

  /** Says of every text that it is to be left out. */
  static class Everything {
    @Override
    public boolean equals(Object other) {
      return other instanceof String || other instanceof User;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  record Custom(
      int name,
      @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Everything.class) String hash,
      @JsonInclude(content = JsonInclude.Include.CUSTOM, contentFilter = Everything.class)
          Map<String, User> map) {}

  @JsonFilter("users")
  record Filtered(String name, String hash) {}

  record FilteredBehind(
      @JsonFilter("users") User user,
      @JsonFilter("users") List<User> list,
      @JsonFilter("users") Map<String, User> map,
      @JsonFilter("users") Map<String, String> keys) {}

  @JsonFilter("users")
  interface FilterMixIn {}

  interface IgnoreMixIn {
    @JsonIgnore
    String hash();
  }

  @JsonIgnoreProperties("hash")
  interface ClassMixIn {}

  @JsonIgnoreType
  interface TypeMixIn {}

  interface Named {
    String getName();
  }

  record Account(String name, String hash) implements Named {
    @Override
    public String getName() {
      return name;
    }
  }

  record WrittenAs(
      @JsonSerialize(as = Named.class) Account one,
      @JsonSerialize(contentAs = Named.class) List<Account> list,
      @JsonSerialize(contentAs = Named.class) Map<String, Account> map) {}

  static class Base {
    public String name = "Ada";
  }

  static class Sub extends Base {
    public String hash = SECRET;
  }

  static class Static {
    @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
    public Base base = new Sub();

    @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
    public List<Base> list = List.of(new Sub());
  }

  static class Bases {
    public Base base = new Sub();
    public List<Base> list = List.of(new Sub());
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "name")
  record Identified(String name, String hash) {}

  record ById(
      @JsonIdentityReference(alwaysAsId = true) Identified one,
      @JsonIdentityReference(alwaysAsId = true) List<Identified> list) {}

  static class Extra {
    public String name = "Ada";

    @JsonAnyGetter
    @JsonIgnoreProperties("hash")
    public Map<String, String> more() {
      return Map.of("hash", SECRET, "shown", "x");
    }
  }

  record Unwrapped(String title, @JsonUnwrapped Ignored one) {}

  record UnwrappedAs(
      String title, @JsonUnwrapped(prefix = "u_") @JsonIgnoreProperties("hash") User one) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Animal permits Cat, Dog {}

  @JsonTypeName("cat")
  record Cat(String name, @JsonIgnore String hash) implements Animal {}

  @JsonTypeName("dog")
  @JsonIncludeProperties("name")
  record Dog(String name, String hash) implements Animal {}

  record Animals(List<Animal> list, Map<String, Animal> map, Animal one, Object other) {}

  sealed interface Plain permits PlainOne {}

  record PlainOne(String name, @JsonIgnore String hash) implements Plain {}

  record Worth(String name, String hash) {
    @JsonValue
    public String shown() {
      return name;
    }
  }

  record WorthObject(String name, String hash) {
    @JsonValue
    public Map<String, String> shown() {
      return Map.of("name", name);
    }
  }

  static class OnlyName extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("name", "Ada");
      out.writeEndObject();
    }
  }

  @JsonSerialize(using = OnlyName.class)
  record ByOther(String name, String hash) {}

  record BehindOther(
      @JsonSerialize(using = OnlyName.class) User one,
      @JsonSerialize(contentUsing = OnlyName.class) List<User> list,
      @JsonSerialize(contentUsing = OnlyName.class) Map<String, User> map) {}

  interface Seen {}

  interface Unseen {}

  record Viewed(@JsonView(Seen.class) String name, @JsonView(Unseen.class) String hash) {}

  @JsonView(Unseen.class)
  record ViewedByClass(@JsonView(Seen.class) String name, String hash) {}

  record ViewedBehind(
      @JsonView(Seen.class) Viewed one,
      @JsonView(Unseen.class) Viewed other,
      @JsonView(Seen.class) List<Viewed> list,
      @JsonView(Seen.class) Object any,
      @JsonView(Unseen.class) @JsonUnwrapped Viewed spread) {}

  interface ViewMixIn {
    @JsonView(Unseen.class)
    String hash();
  }

  private static class NoHash extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
      return member.getName().equals("hash") || super.hasIgnoreMarker(config, member);
    }
  }

  private static class Remover extends ValueSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config,
        BeanDescription.Supplier bean,
        List<BeanPropertyWriter> properties) {
      return properties.stream().filter(each -> !each.getName().equals("hash")).toList();
    }
  }

  private static class Dynamic extends SimpleBeanPropertyFilter {
    @Override
    protected boolean include(BeanPropertyWriter writer) {
      return !writer.getName().equals("hash");
    }

    @Override
    protected boolean include(PropertyWriter writer) {
      return !writer.getName().equals("hash");
    }
  }

  private static JsonMapper.Builder filters(JsonMapper.Builder builder) {
    return builder.filterProvider(
        new SimpleFilterProvider()
            .addFilter("users", SimpleBeanPropertyFilter.serializeAllExcept("hash")));
  }

  private static JsonMapper.Builder views(JsonMapper.Builder builder) {
    return builder.enable(MapperFeature.DEFAULT_VIEW_INCLUSION);
  }

  private static Way viewed(String name, UnaryOperator<JsonMapper.Builder> mapper, Object value) {
    return new Way(
        name, builder -> mapper.apply(views(builder)), Seen.class, value.getClass(), value);
  }

  static List<Way> ways() {
    Viewed viewed = new Viewed("Ada", SECRET);
    ViewedBehind behind = new ViewedBehind(viewed, viewed, List.of(viewed), viewed, viewed);
    FilteredBehind filtered =
        new FilteredBehind(
            user(), List.of(user()), Map.of("k", user()), Map.of("hash", SECRET, "name", "Ada"));
    Account account = new Account("Ada", SECRET);
    Identified identified = new Identified("Ada", SECRET);
    Cat cat = new Cat("Tom", SECRET);
    Dog dog = new Dog("Rex", SECRET);
    return List.of(
        way("@JsonIgnore", new Ignored("Ada", SECRET)),
        way("access", new WriteOnly("Ada", SECRET)),
        way("@JsonIgnoreProperties", new IgnoredByClass("Ada", SECRET)),
        way("allowSetters", new OnlySet()),
        way("@JsonIgnoreProperties of a superclass", new Inherited()),
        way("@JsonIncludeProperties", new IncludedByClass("Ada", SECRET)),
        way("@JsonIgnoreType", new OfIgnoredType("Ada", new NoType(SECRET), List.of())),
        way("@JsonIgnoreProperties of a property", new IgnoredBehind("x", user())),
        way(
            "@JsonIgnoreProperties of containers",
            new IgnoredInLists(
                List.of(user()),
                new User[] {user()},
                Map.of("k", user()),
                java.util.Optional.of(user()))),
        way("@JsonIncludeProperties of a property", new IncludedBehind(user(), List.of(user()))),
        way("@JsonIgnoreProperties of keys", new IgnoredKeys(Map.of("hash", SECRET, "a", "b"))),
        way("@JsonAutoDetect", new Undetected()),
        configured(
            "transient",
            builder -> builder.enable(MapperFeature.PROPAGATE_TRANSIENT_MARKER),
            new Transient()),
        way("@JsonBackReference", new Back()),
        way("custom inclusion", new Custom(1, SECRET, Map.of("k", user()))),
        configured("@JsonFilter", FILTERS, new Filtered("Ada", SECRET)),
        configured("@JsonFilter of properties", FILTERS, filtered),
        configured(
            "a filter of one's own",
            builder ->
                builder.filterProvider(
                    new SimpleFilterProvider().addFilter("users", new Dynamic())),
            new Filtered("Ada", SECRET)),
        configured(
            "a default filter",
            builder ->
                builder.filterProvider(
                    new SimpleFilterProvider()
                        .setDefaultFilter(SimpleBeanPropertyFilter.filterOutAllExcept("name"))),
            new Filtered("Ada", SECRET)),
        configured(
            "mix-in with a filter",
            builder -> filters(builder).addMixIn(User.class, FilterMixIn.class),
            user()),
        configured(
            "mix-in with a filter for all",
            builder -> filters(builder).addMixIn(Object.class, FilterMixIn.class),
            user()),
        configured(
            "mix-in with @JsonIgnore",
            builder -> builder.addMixIn(User.class, IgnoreMixIn.class),
            user()),
        configured(
            "mix-in with @JsonIgnoreProperties",
            builder -> builder.addMixIn(User.class, ClassMixIn.class),
            user()),
        configured(
            "mix-in with @JsonIgnoreType",
            builder -> builder.addMixIn(User.class, TypeMixIn.class),
            new Holder("x", user(), null)),
        configured(
            "override that ignores a type",
            builder -> builder.withConfigOverride(User.class, o -> o.setIsIgnoredType(true)),
            new Holder("x", user(), null)),
        configured(
            "override that ignores properties",
            builder ->
                builder.withConfigOverride(
                    User.class,
                    o -> o.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("hash"))),
            user()),
        configured(
            "override of the visibility",
            builder ->
                builder.withConfigOverride(
                    Visible.class,
                    o ->
                        o.setVisibility(
                            JsonAutoDetect.Value.construct(
                                com.fasterxml.jackson.annotation.PropertyAccessor.GETTER,
                                Visibility.NONE))),
            new Visible()),
        configured(
            "visibility of the mapper",
            builder ->
                builder.changeDefaultVisibility(v -> v.withGetterVisibility(Visibility.NONE)),
            new Visible()),
        configured(
            "an introspector of one's own",
            builder -> builder.annotationIntrospector(new NoHash()),
            user()),
        configured(
            "a modifier that removes",
            builder ->
                builder.addModule(new SimpleModule("remover").setSerializerModifier(new Remover())),
            user()),
        configured(
            "a serializer of a module",
            builder ->
                builder.addModule(
                    new SimpleModule("own").addSerializer(User.class, new UserSerializer())),
            user()),
        way("@JsonSerialize(as)", new WrittenAs(account, List.of(account), Map.of("k", account))),
        way("@JsonSerialize(typing)", new Static()),
        configured(
            "static typing",
            builder -> builder.enable(MapperFeature.USE_STATIC_TYPING),
            new Bases()),
        way("@JsonIdentityReference", new ById(identified, List.of(identified))),
        way("@JsonAnyGetter", new Extra()),
        way("@JsonUnwrapped", new Unwrapped("x", new Ignored("Ada", SECRET))),
        way("@JsonUnwrapped with a prefix", new UnwrappedAs("x", user())),
        new Way("subtypes", DEFAULT, null, Animal.class, cat),
        new Way("other subtypes", DEFAULT, null, Animal.class, dog),
        way("subtypes behind", new Animals(List.of(cat, dog), Map.of("k", dog), cat, dog)),
        new Way("sealed", DEFAULT, null, Plain.class, new PlainOne("x", SECRET)),
        way("@JsonValue", new Worth("Ada", SECRET)),
        way("@JsonValue of an object", new WorthObject("Ada", SECRET)),
        way("@JsonSerialize(using)", new ByOther("Ada", SECRET)),
        way(
            "@JsonSerialize(contentUsing)",
            new BehindOther(user(), List.of(user()), Map.of("k", user()))),
        viewed("view of the route", VIEWS, viewed),
        viewed("view of the class", VIEWS, new ViewedByClass("Ada", SECRET)),
        viewed("view behind", VIEWS, behind),
        viewed(
            "view by mix-in",
            builder -> views(builder).addMixIn(User.class, ViewMixIn.class),
            user()),
        configured(
            "view of the mapper", builder -> views(builder).defaultView(Seen.class), behind));
  }

  record Holder(String name, User user, List<String> list) {}

  static class Visible {
    public String name = "Ada";

    public String getHash() {
      return SECRET;
    }
  }

  static class UserSerializer extends ValueSerializer<User> {
    @Override
    public void serialize(User value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("name", value.name());
      out.writeEndObject();
    }
  }
}
