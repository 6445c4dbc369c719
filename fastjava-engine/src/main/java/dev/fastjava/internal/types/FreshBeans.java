package dev.fastjava.internal.types;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializer;

/**
 * Beans as a mapper makes them before it sets a property: what has a value in them need not be
 * sent. Used at boot. Thread-safe.
 */
public final class FreshBeans {
  private final ObjectMapper mapper;
  private final Map<Class<?>, Optional<Object>> made = new ConcurrentHashMap<>();

  /** Has a mapper make them. */
  public FreshBeans(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Tells whether a property has a value of its own that what is declared of it admits.
   *
   * @param type the class of the beans
   * @param member the property's field or getter
   */
  public boolean sets(Class<?> type, Member member) {
    Object value = value(type, member);
    return value != null
        && !isUntouched(member, value)
        && !(Nullness.demandsContent(member) && isEmpty(value));
  }

  /** What a property of a new object has; null when that is null, or nobody knows. */
  @Nullable Object value(Class<?> type, Member member) {
    Object bean = made.computeIfAbsent(type, each -> Optional.ofNullable(make(each))).orElse(null);
    return bean == null || !member.getDeclaringClass().isInstance(bean) ? null : read(bean, member);
  }

  private @Nullable Object make(Class<?> type) {
    try {
      DeserializationContext context = mapper._deserializationContext();
      if (context.findContextualValueDeserializer(mapper.constructType(type), null)
          instanceof BeanDeserializer bean) {
        ValueInstantiator creators = bean.getValueInstantiator();
        // Arguments of creators come from the body.
        if (creators.canCreateUsingDefault() && !creators.canCreateFromObjectWith()) {
          return creators.createUsingDefault(context);
        }
      }
      return null;
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return null; // the application's constructor: nothing is known then
    }
  }

  private static @Nullable Object read(Object bean, Member member) {
    try {
      ((AccessibleObject) member).setAccessible(true);
      return member instanceof Field field ? field.get(bean) : ((Method) member).invoke(bean);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Whether a primitive is what Java makes it: nobody gave it that value. */
  private static boolean isUntouched(Member member, Object value) {
    Class<?> type =
        member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
    return type.isPrimitive() && value.equals(Array.get(Array.newInstance(type, 1), 0));
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof CharSequence text && text.toString().isBlank())
        || (value instanceof Collection<?> items && items.isEmpty())
        || (value instanceof Map<?, ?> entries && entries.isEmpty())
        || (value.getClass().isArray() && Array.getLength(value) == 0);
  }
}
