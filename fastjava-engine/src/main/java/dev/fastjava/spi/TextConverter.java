package dev.fastjava.spi;

import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts texts of path parameters, queries and headers to types of the application that neither
 * the framework nor the mapper makes of a text. It counts for single values, such as {@code
 * request.paramAs("sku", Sku.class)}, and for properties of types that whole parts are bound to,
 * their items in lists, arrays and optionals included. Bodies are the mapper's alone.
 *
 * <pre>{@code
 * Fastjava.create(o -> o.textConverter(type -> type == Sku.class ? Sku::parse : null));
 * }</pre>
 *
 * <p>In order: what annotations at a property ask for ({@link #forProperty}); an annotation of
 * Jackson that says how the property is read; what the framework reads (numbers, enums, types of
 * {@code java.time} and the like) and what the mapper makes of a text; the type ({@link #forType}).
 * A schema that is derived from a type leaves the places open that are converted.
 *
 * <p>Thread-safe. Conversions run where the request does, on event loops too: they must not block
 * there.
 *
 * <p>Reference: none; see docs/Request.md, Types of your own.
 */
@FunctionalInterface
public interface TextConverter {
  /**
   * Returns what makes a type of texts. Asked once for each type.
   *
   * @param type not a primitive one, no enum, list or array
   * @return null when nothing here does
   */
  @Nullable Conversion forType(Class<?> type);

  /**
   * Returns what makes the value of a property of a text, because an annotation there says how it
   * is written. Asked when a type is bound first, and when a schema is derived from it.
   *
   * @param type the type of the property, or of its items
   * @param annotations those of the field, component or parameter
   * @return null for {@link #forType}, as it is by default
   */
  default @Nullable Conversion forProperty(Class<?> type, List<Annotation> annotations) {
    return null;
  }

  /** Makes a value of a text. */
  @FunctionalInterface
  interface Conversion {
    /**
     * Converts a text.
     *
     * @param text what the client has sent
     * @return null when the text stands for no value
     * @throws Exception when the text does not fit: the client gets 400 and the place, but not the
     *     message, unless the error names a status ({@link dev.fastjava.error.HttpError})
     */
    @Nullable Object convert(String text) throws Exception;
  }
}
