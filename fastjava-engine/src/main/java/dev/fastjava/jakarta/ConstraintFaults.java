package dev.fastjava.jakarta;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintDefinitionException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/**
 * Finds constraints that have no {@link ConstraintValidator} for what they are on. Descriptions
 * tell where that may be; whether it is, the validator itself is asked with a value that is null,
 * for it may take values out of containers that nobody else knows of.
 */
final class ConstraintFaults {
  private final Validator validator;
  private final Class<?>[] groups;
  private final TypeFactory types = TypeFactory.createDefaultInstance();

  ConstraintFaults(Validator validator, Class<?>[] groups) {
    this.validator = validator;
    this.groups = groups;
  }

  Optional<String> of(Class<?> type) {
    BeanDescriptor bean;
    try {
      bean = validator.getConstraintsForClass(type);
    } catch (ValidationException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    for (ConstraintDescriptor<?> each :
        bean.findConstraints().unorderedAndMatchingGroups(groups).getConstraintDescriptors()) {
      if (!isKnown(each, type)) {
        return Optional.of(name(each) + " of the class has no validator for it");
      }
    }
    for (PropertyDescriptor each : bean.getConstrainedProperties()) {
      String suspect = suspect(each, each.getConstrainedContainerElementTypes());
      if (suspect != null && isRefused(type, each)) {
        return Optional.of(suspect + " of the property " + each.getPropertyName());
      }
    }
    return Optional.empty();
  }

  private @Nullable String suspect(
      ElementDescriptor element, Set<ContainerElementTypeDescriptor> inside) {
    for (ConstraintDescriptor<?> each : element.getConstraintDescriptors()) {
      if (!isKnown(each, element.getElementClass())) {
        return name(each) + " has no validator for " + element.getElementClass().getName() + ",";
      }
    }
    for (ContainerElementTypeDescriptor each : inside) {
      String suspect = suspect(each, each.getConstrainedContainerElementTypes());
      if (suspect != null) {
        return suspect;
      }
    }
    return null;
  }

  private static String name(ConstraintDescriptor<?> constraint) {
    return constraint.getAnnotation().annotationType().getSimpleName();
  }

  /** Whether one of the validators of a constraint is for a class; compositions have none. */
  private boolean isKnown(ConstraintDescriptor<?> constraint, @Nullable Class<?> type) {
    if (type == null) {
      return true;
    }
    List<? extends Class<?>> validators = constraint.getConstraintValidatorClasses();
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    return validators.isEmpty()
        || validators.stream().anyMatch(each -> validated(each).isAssignableFrom(boxed));
  }

  private Class<?> validated(Class<?> constraintValidator) {
    JavaType[] parameters =
        types.constructType(constraintValidator).findTypeParameters(ConstraintValidator.class);
    return parameters.length == 2 ? parameters[1].getRawClass() : Object.class;
  }

  private boolean isRefused(Class<?> type, PropertyDescriptor property) {
    try {
      validator.validateValue(
          type, property.getPropertyName(), sample(property.getElementClass(), property), groups);
      return false;
    } catch (ConstraintDeclarationException | ConstraintDefinitionException e) {
      return true;
    } catch (RuntimeException e) {
      return false; // of a constraint that takes no null
    }
  }

  /** The class of what is in a container, which the description itself may not know. */
  private static @Nullable Class<?> typeOf(ContainerElementTypeDescriptor element) {
    Class<?> known = element.getElementClass();
    for (ContainerElementTypeDescriptor each : element.getConstrainedContainerElementTypes()) {
      known = known == null ? each.getContainerClass() : known;
    }
    return known;
  }

  /** A container with null in each place that has constraints; null where it is no container. */
  private static @Nullable Object sample(@Nullable Class<?> type, ContainerDescriptor container) {
    Map<Integer, Optional<Object>> content = new HashMap<>();
    for (ContainerElementTypeDescriptor each : container.getConstrainedContainerElementTypes()) {
      int index = each.getTypeArgumentIndex() == null ? 0 : each.getTypeArgumentIndex();
      content.put(index, Optional.ofNullable(sample(typeOf(each), each)));
    }
    if (type == null || content.isEmpty()) {
      return null;
    }
    Object first = content.getOrDefault(0, Optional.empty()).orElse(null);
    if (type == Optional.class) {
      return Optional.ofNullable(first);
    }
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), 1);
      if (first != null) {
        Array.set(array, 0, first);
      }
      return array;
    }
    if (type.isAssignableFrom(ArrayList.class)) {
      return new ArrayList<>(Collections.singletonList(first));
    }
    if (type.isAssignableFrom(HashSet.class)) {
      return new HashSet<>(Collections.singletonList(first));
    }
    return type.isAssignableFrom(HashMap.class)
        ? new HashMap<>(
            Collections.singletonMap(first, content.getOrDefault(1, Optional.empty()).orElse(null)))
        : null;
  }
}
