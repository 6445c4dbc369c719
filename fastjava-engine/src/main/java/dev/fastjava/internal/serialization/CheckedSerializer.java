package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.Unwritable;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A serializer with the optional checks of development and tests: it refuses values that break
 * their schema, and tells which properties the schema dropped.
 */
final class CheckedSerializer implements Serializer {
  private final JavaPlaces places = new JavaPlaces();
  private final Node root;
  private final PlainValues plainValues;
  private final @Nullable Validator validator;
  private final @Nullable DroppedProperties dropped;

  CheckedSerializer(
      Node root,
      PlainValues plainValues,
      @Nullable Validator validator,
      @Nullable DroppedProperties dropped) {
    this.root = root;
    this.plainValues = plainValues;
    this.validator = validator;
    this.dropped = dropped;
  }

  @Override
  public void serialize(@Nullable Object value, Utf8Output out) throws Exception {
    try {
      check(value, out);
    } catch (RuntimeException e) {
      throw Unwritable.of(e);
    }
  }

  private void check(@Nullable Object value, Utf8Output out) throws Exception {
    boolean ofJava = root.javaTypeOf(value) != null;
    Object lasting = ofJava ? value : plainValues.toLasting(value);
    int start = out.size();
    try {
      root.writeRoot(lasting, out);
    } catch (RuntimeException e) {
      if (validator != null && !ofJava && !JavaPlaces.isIn(out, start)) {
        requireValid(lasting, null); // what is wrong with the value is told first, and in full
      }
      throw e;
    }
    if (validator == null && ofJava) {
      return;
    }
    Object plain;
    try {
      plain = requireValid(lasting, validator == null ? null : places.takeFrom(out, start));
    } catch (InvalidJsonException e) {
      return; // a raw value, of which nothing can be said
    }
    if (plain != null && dropped != null && !ofJava && !(value instanceof ErrorFields)) {
      dropped.find(plain, out, start);
    }
  }

  /** Returns the plain form of a value; null when something inside can be read but once. */
  private @Nullable Object requireValid(@Nullable Object lasting, @Nullable Object written)
      throws Exception {
    Object plain;
    try {
      plain = plainValues.toPlain(lasting, written);
    } catch (PlainValues.OneTimeValueException e) {
      return null;
    }
    requireValid(plain);
    return plain;
  }

  private void requireValid(@Nullable Object plain) throws Exception {
    if (validator == null) {
      return;
    }
    // A copy, for the validator fills in defaults and removes what is not admitted.
    ValidationResult result = validator.validate(copy(plain));
    if (!result.isValid()) {
      throw new SerializationException(
          "The reply breaks its schema: " + SchemaErrors.message(result.errors(), "response"));
    }
  }

  private static @Nullable Object copy(@Nullable Object plain) {
    if (plain instanceof DateStandIn) {
      return plain;
    }
    if (plain instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, value) -> copy.put(name, copy(value)));
      return copy;
    }
    if (plain instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    if ((plain instanceof Double number && !Double.isFinite(number))
        || (plain instanceof Float small && !Float.isFinite(small))) {
      return plain.toString(); // as Jackson writes it
    }
    return plain;
  }
}
