package dev.fastjava.internal.constraints;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.util.NameTransformer;

/**
 * How the objects of one class are gone through: their properties by the names that Java has for
 * them.
 *
 * @param constrained whether the validator has something to do for these objects
 */
record BeanPlan(boolean constrained, Map<String, Property> properties) {
  /** The plan of objects without properties. */
  static final BeanPlan EMPTY = new BeanPlan(false, Map.of());

  /**
   * A property.
   *
   * @param name in JSON
   * @param rank its place among the properties
   * @param accessor reads it; null when nothing does
   * @param inView whether it is read in the view of the route: nobody can do anything about the
   *     constraints of another
   * @param type its type
   * @param cascades whether the validator goes into it by itself
   * @param asSent whether its value is what was sent, and not merged or rid of some items
   * @param unwrapped how the names of its own properties are changed, whose place is the object
   *     around; null when it is an object of its own
   */
  record Property(
      String name,
      int rank,
      @Nullable AnnotatedMember accessor,
      boolean inView,
      JavaType type,
      boolean cascades,
      boolean asSent,
      @Nullable NameTransformer unwrapped) {
    @Nullable Object of(Object bean) {
      return accessor == null ? null : accessor.getValue(bean);
    }

    /** Whether objects with constraints may be inside. */
    boolean leadsOn() {
      return accessor != null && inView && !isLeaf(type);
    }
  }

  /** Whether there is nothing to do, and nothing inside. */
  boolean isEmpty() {
    return !constrained && properties.isEmpty();
  }

  /** Those properties that objects with constraints may be in. */
  Collection<Property> branches() {
    return properties.values().stream().filter(Property::leadsOn).toList();
  }

  /** Whether a type is a scalar, or consists of such. */
  static boolean isLeaf(JavaType type) {
    if (type.isContainerType() || type.isReferenceType()) {
      JavaType content = type.getContentType();
      return content != null && isLeaf(content);
    }
    return isLeaf(type.getRawClass());
  }

  /** Whether a class is that of scalars. {@code Object} may be anything. */
  static boolean isLeaf(Class<?> type) {
    return type != Object.class
        && (type.isPrimitive()
            || type.isEnum()
            || (type.getName().startsWith("java.") && !type.isInterface())
            || type == CharSequence.class
            || tools.jackson.databind.JsonNode.class.isAssignableFrom(type));
  }

  /** Whether {@code @Valid} is on a member or on what its type contains. */
  static boolean cascades(Member member, JavaType type) {
    boolean onMember = isValid(((AnnotatedElement) member).getAnnotations());
    JavaType content = type.getContentType();
    // On the container itself it holds for the items, not for those of containers in it.
    return (onMember && (content == null || !content.isContainerType()))
        || cascades(annotatedType(member));
  }

  private static boolean cascades(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      AnnotatedType item = array.getAnnotatedGenericComponentType();
      return isValid(item.getAnnotations()) || cascades(item);
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
        if (isValid(argument.getAnnotations()) || cascades(argument)) {
          return true;
        }
      }
    }
    return false;
  }

  static AnnotatedType annotatedType(Member member) {
    return member instanceof Field field
        ? field.getAnnotatedType()
        : ((Method) member).getAnnotatedReturnType();
  }

  /** By name: the annotations may not be on the class path. */
  private static boolean isValid(Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (each.annotationType().getName().equals("jakarta.validation.Valid")) {
        return true;
      }
    }
    return false;
  }

  /** Numbers the properties in their order. */
  static BeanPlan of(boolean constrained, List<Map.Entry<String, Property>> properties) {
    Map<String, Property> all = new LinkedHashMap<>();
    properties.forEach(each -> all.putIfAbsent(each.getKey(), each.getValue()));
    return new BeanPlan(constrained, all);
  }
}
