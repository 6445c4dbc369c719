package dev.fastjava.internal.constraints;

import dev.fastjava.internal.constraints.BeanPlan.Property;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SchemaBuildException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Looks for constraints on a type, and on all types that its values consist of, which its schema
 * does not say. Used at boot.
 */
public final class DeclaredConstraints {
  private final BeanPlans plans;
  private final @Nullable BeanConstraints validator;
  private final List<Class<?>> groups;
  private final boolean byNames;
  private final List<UnsaidConstraint> unsaid = new ArrayList<>();

  /** Types met, each with a schema and without. */
  private final Set<Object> met = new HashSet<>();

  private DeclaredConstraints(
      BeanPlans plans,
      @Nullable BeanConstraints validator,
      List<Class<?>> groups,
      boolean byNames) {
    this.byNames = byNames;
    this.plans = plans;
    this.validator = validator;
    this.groups = groups;
  }

  /**
   * Returns what is not said.
   *
   * @param type a type
   * @param schema its schema
   * @param root what references in it refer to
   * @param validator knows of constraints that no annotation tells; may be null
   * @param groups groups that count besides the default one
   * @param byNames whether keywords hold of properties by all names that they are read by
   */
  public static List<UnsaidConstraint> unsaid(
      Type type,
      Object schema,
      Map<?, ?> root,
      BeanPlans plans,
      @Nullable BeanConstraints validator,
      List<Class<?>> groups,
      boolean byNames) {
    DeclaredConstraints search = new DeclaredConstraints(plans, validator, groups, byNames);
    search.type(plans.mapper().constructType(type), Branches.of(root, schema), "");
    return search.unsaid;
  }

  private void type(JavaType type, Branches schema, String place) {
    if (BeanPlan.isLeaf(type)) {
      return;
    }
    if (type.isReferenceType()) {
      type(type.getContentType(), schema, place);
      return;
    }
    if (type.isMapLikeType()) {
      type(type.getContentType(), schema.keyword("additionalProperties"), place + "/*");
      return;
    }
    if (type.isContainerType()) {
      type(type.getContentType(), schema.keyword("items"), place + "/*");
      return;
    }
    if (!met.add(List.of(type, schema.has("type") || schema.has("properties")))) {
      return;
    }
    for (Class<?> each : withSubtypes(type)) {
      JavaType known =
          each == type.getRawClass()
              ? type
              : plans.mapper().getTypeFactory().constructSpecializedType(type, each);
      bean(known, schema, place);
    }
  }

  /** A type and those that Jackson may make in its place. */
  private Set<Class<?>> withSubtypes(JavaType type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    addPermitted(type.getRawClass(), all);
    DeserializationConfig config = plans.mapper().deserializationConfig();
    AnnotatedClass annotated = config.classIntrospectorInstance().introspectClassAnnotations(type);
    for (NamedType each :
        config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, annotated)) {
      all.add(each.getType());
    }
    all.removeIf(each -> !type.getRawClass().isAssignableFrom(each));
    return all;
  }

  private static void addPermitted(Class<?> type, Set<Class<?>> all) {
    if (all.add(type) && type.isSealed()) {
      for (Class<?> each : type.getPermittedSubclasses()) {
        addPermitted(each, all);
      }
    }
  }

  private void bean(JavaType type, Branches schema, String place) {
    Class<?> raw = type.getRawClass();
    if (validator != null) {
      validator.fault(raw, groups).ifPresent(fault -> refuse(raw, fault));
    }
    Collection<ConstrainedMembers.Member> members = ConstrainedMembers.of(raw);
    List<String> onClass = ConstrainedMembers.onClass(raw, groups);
    if (!schema.arePartial()) { // of a part nobody can say whether it holds of the whole
      onClass.forEach(name -> add(place, name, false));
    }
    List<Map.Entry<String, Property>> properties = plans.properties(type);
    boolean any = !onClass.isEmpty();
    for (ConstrainedMembers.Member member : members) {
      any |= member.hasAny();
      Property property = find(properties, member.name());
      if (property != null && (!property.inView() || schema.leaveOut(property.name()))) {
        continue;
      }
      JavaType inner = property == null ? null : property.type();
      String name = property == null ? member.name() : property.name();
      boolean open =
          property == null
              || property.unwrapped() != null
              || !property.asSent()
              || (!byNames && schema.haveOtherNames(name));
      Branches at = open ? Branches.of(Map.of(), null) : schema.property(name);
      boolean present =
          !open && (schema.requires(name) || at.has("default") || plans.sets(raw, member.member()));
      on(member.element(), inner, at, present, place + '/' + name);
      within(BeanPlan.annotatedType(member.member()), inner, at, place + '/' + name);
    }
    if (!any && validator != null && validator.isConstrained(raw) && !cascadesOnly(properties)) {
      add(place, "configured elsewhere", false);
    }
    Set<String> done = new HashSet<>();
    for (Map.Entry<String, Property> each : properties) {
      Property property = each.getValue();
      if (done.add(each.getKey()) && property.inView() && !schema.leaveOut(property.name())) {
        if (property.unwrapped() != null) {
          type(property.type(), Branches.of(Map.of(), null), place);
        } else {
          type(property.type(), schema.property(property.name()), place + '/' + property.name());
        }
      }
    }
  }

  private static void refuse(Class<?> type, String fault) {
    throw new SchemaBuildException(
        "a constraint of " + type.getName() + " cannot be checked: " + fault, "#");
  }

  private static boolean cascadesOnly(List<Map.Entry<String, Property>> properties) {
    return properties.stream().anyMatch(each -> each.getValue().cascades());
  }

  private static @Nullable Property find(
      List<Map.Entry<String, Property>> properties, String javaName) {
    for (Map.Entry<String, Property> each : properties) {
      if (each.getKey().equals(javaName)) {
        return each.getValue();
      }
    }
    return null;
  }

  /** The constraints on a member, or on a part of its type. */
  private void on(
      AnnotatedElement element,
      @Nullable JavaType type,
      Branches schema,
      boolean present,
      String place) {
    for (ConstrainedMembers.Constraint each : ConstrainedMembers.constraints(element, groups)) {
      boolean said =
          type != null && each.sayable() && Keywords.say(each.annotation(), type, schema, present);
      if (!said) {
        add(place, each.name(), false);
      } else if (Keywords.isLeftToProviders(each.annotation())) {
        add(place, each.name(), true);
      }
    }
  }

  /** The constraints inside of the type arguments of a type. */
  private void within(
      AnnotatedType annotated, @Nullable JavaType type, Branches schema, String place) {
    if (annotated instanceof AnnotatedArrayType array) {
      AnnotatedType item = array.getAnnotatedGenericComponentType();
      JavaType inner = type == null ? null : type.getContentType();
      Branches items = schema.keyword("items");
      on(item, inner, items, true, place + "/*");
      within(item, inner, items, place + "/*");
    }
    if (!(annotated instanceof AnnotatedParameterizedType generic)) {
      return;
    }
    AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
    for (int i = 0; i < arguments.length; i++) {
      JavaType inner = null;
      Branches at = Branches.of(Map.of(), null);
      String where = place;
      boolean present = true;
      if (type != null && i == arguments.length - 1) {
        inner = type.getContentType();
        if (type.isMapLikeType()) {
          at = schema.keyword("additionalProperties");
          where = place + "/*";
        } else if (type.isContainerType()) {
          at = schema.keyword("items");
          where = place + "/*";
        } else if (type.isReferenceType()) {
          at = schema;
          present = false; // what is in an Optional may be absent, however it is constrained
        }
      } else if (type != null && type.isMapLikeType()) {
        where = place + UnsaidConstraint.KEYS;
      }
      on(arguments[i], inner, at, present, where);
      within(arguments[i], inner, at, where);
    }
  }

  private void add(String place, String name, boolean optional) {
    unsaid.add(new UnsaidConstraint(place, name, optional));
  }
}
