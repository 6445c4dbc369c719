package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How one object of a schema reads each class of values it met. Found out once per class; as a rule
 * there is only one.
 */
final class BeanBindings {
  private static final class Binding {
    final Class<?> type;
    final BoundProperty @Nullable [] properties;

    Binding(Class<?> type, BoundProperty @Nullable [] properties) {
      this.type = type;
      this.properties = properties;
    }
  }

  private final ObjectNode object;
  private final BeanShapes shapes;

  /** The first class met. A race may set it twice, with equal contents. */
  private @Nullable Binding first;

  private final Map<Class<?>, Binding> others = new ConcurrentHashMap<>();

  BeanBindings(ObjectNode object, BeanShapes shapes) {
    this.object = object;
    this.shapes = shapes;
  }

  /** Returns the properties to write; null when instances are not simply their properties. */
  BoundProperty @Nullable [] find(Class<?> type) {
    Binding binding = first;
    if (binding == null || binding.type != type) {
      binding = others.get(type);
      if (binding == null) {
        binding = bind(type);
      }
    }
    return binding.properties;
  }

  private Binding bind(Class<?> type) {
    BeanShape shape = shapes.of(type);
    Binding binding = new Binding(type, shape.hasProperties() ? properties(shape) : null);
    if (first == null) {
      first = binding;
    } else {
      others.put(type, binding);
    }
    return binding;
  }

  private BoundProperty[] properties(BeanShape shape) {
    List<BoundProperty> bound = new ArrayList<>();
    for (String name : object.requiredOnly()) {
      bound.add(BoundProperty.check(name, shape.property(name)));
    }
    for (PropertyNode declared : object.properties()) {
      BeanProperty property = shape.property(declared.name);
      bound.add(
          property == null
              ? BoundProperty.missing(declared)
              : BoundProperty.declared(declared, property));
    }
    ExtraProperties extra = object.extra();
    if (extra != null && shape.readable() != null) {
      for (BeanProperty property : shape.readable()) {
        Node node = extra.nodeFor(property.name());
        if (node != null) {
          PropertyNode additional = new PropertyNode(property.name(), node, null, false);
          bound.add(BoundProperty.declared(additional, property));
        }
      }
    }
    return bound.toArray(BoundProperty[]::new);
  }
}
