package dev.fastjava.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON body of one request, as what it is needed as: plain values for those who ask for them,
 * tokens for a schema and a type. Neither is made before somebody wants it.
 *
 * <p>As long as nobody had the plain values in hands and no validator changed them, types are bound
 * from the tokens of the text. After that the values count, and the text only for the digits of
 * their fractions. Used by one thread at a time.
 */
public final class ReadBody {
  private final JsonReader reader;
  private final byte @Nullable [] text;
  private @Nullable JsonTape tape;
  private @Nullable Object values;
  private boolean hasValues;
  private boolean duplicates;
  private boolean changed;
  private @Nullable SentNumbers sent;

  /** A body that was read into plain values, and has fractions. */
  ReadBody(JsonReader reader, byte[] text, @Nullable Object values, boolean duplicates) {
    this.duplicates = duplicates;
    this.reader = reader;
    this.text = text;
    this.values = values;
    this.hasValues = true;
  }

  /** A body that was read into tokens. */
  ReadBody(JsonReader reader, JsonTape tape) {
    this.reader = reader;
    this.text = null;
    this.tape = tape;
  }

  /** A body that was read into tokens, of whose values some may have been removed. */
  ReadBody(JsonReader reader, JsonTape tape, @Nullable Object values) {
    this(reader, tape);
    this.values = values;
    this.hasValues = true;
    this.changed = true;
  }

  /** The plain values, for who does not change them. */
  public @Nullable Object values() {
    if (!hasValues && tape != null) {
      values = reader.values(tape);
      hasValues = true;
    }
    return values;
  }

  /** The plain values, for who may do anything with them. */
  public @Nullable Object handOut() {
    changed = true;
    return values();
  }

  /** Puts another value in the place of the whole, made of it or of parts of it. */
  public void replace(@Nullable Object value) {
    values = value;
    hasValues = true;
    changed = true;
    sent = null;
  }

  /** Whether an object, list or number is the one that was handed out. */
  public boolean holds(@Nullable Object value) {
    return hasValues && value != null && values == value;
  }

  /**
   * The tokens that were read, if they are at hand and stand for the present values; null if not.
   */
  public @Nullable JsonTape tokens() {
    JsonTape known = tape;
    return changed || known == null || known.hasDuplicates() ? null : known;
  }

  /**
   * Reads the text itself, for the first who binds it.
   *
   * @return null when the present values count, or the tokens are at hand
   */
  @Nullable JsonParser text(ObjectReadContext context) {
    return text == null || tape != null || changed || duplicates
        ? null
        : reader.again(text, context);
  }

  /** The tokens of the present values. */
  JsonTape tape(JsonMapper mapper) {
    JsonTape known = read();
    return known == null || changed || known.hasDuplicates()
        ? TapeWriter.write(values(), mapper, known)
        : known;
  }

  /**
   * The text that a number among the plain values stands for, {@code 1.10} for one; null where that
   * is not known.
   */
  public @Nullable String sent(Number number) {
    if (sent == null) {
      sent = new SentNumbers(values, read());
    }
    return sent.text(number);
  }

  private @Nullable JsonTape read() {
    if (tape == null && text != null) {
      tape = reader.tokens(text, 0, text.length).tape();
    }
    return tape;
  }

  /** A part of the body, with all the digits that its text has, and the places of all parts. */
  public Part whole(JsonMapper mapper) {
    return new Part(reader, tape(mapper), 0);
  }

  /** A value in a body. */
  public static final class Part {
    private final JsonReader reader;
    private final JsonTape tape;
    private final int at;

    private Part(JsonReader reader, JsonTape tape, int at) {
      this.reader = reader;
      this.tape = tape;
      this.at = at;
    }

    /** The value as a body of its own. */
    public ReadBody body() {
      return new ReadBody(reader, tape.part(at));
    }

    /** The first of the properties or items; null when there is none. */
    public @Nullable Part first() {
      return tape.isContainer(at) ? existing(at + 1) : null;
    }

    /** The property or item behind this one; null when it is the last. */
    public @Nullable Part next() {
      return existing(tape.after(at));
    }

    /** The name of the property that the value is; null for an item. */
    public @Nullable String name() {
      return tape.name(at);
    }

    private @Nullable Part existing(int place) {
      return tape.isEnd(place) ? null : new Part(reader, tape, place);
    }
  }

  boolean isNull() {
    return hasValues
        ? values == null
        : tape != null && !tape.isContainer(0) && tape.value(0) == null;
  }

  /** Whether the plain values may be of a class. */
  boolean mayBe(Class<?> type) {
    if (hasValues || tape == null) {
      return type.isInstance(values);
    }
    return tape.isObject(0)
        ? type.isAssignableFrom(LinkedHashMap.class)
        : tape.isArray(0) ? type.isAssignableFrom(ArrayList.class) : type.isInstance(tape.value(0));
  }
}
