package dev.fastjava.internal.content;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.regex.JavaRegex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body parsers of a context, found by content type: first the type with its parameters, then
 * the bare type, then the regular expressions, the last added first, then the catch-all. Reference:
 * ContentTypeParser.
 *
 * <p>Immutable, but for a bounded memory of the headers seen lately, see {@link SeenTypes}.
 *
 * @param <P> what is found
 */
public final class ContentTypeTable<P> {
  /** What clients put behind a type that has no parameters of its own. */
  private static final List<String> USUAL_PARAMETERS =
      List.of("", "; charset=utf-8", ";charset=utf-8", "; charset=UTF-8", ";charset=UTF-8");

  /** Has another value in every request. */
  private static final String BOUNDARY = "boundary";

  private final Map<String, P> byType;
  private final Set<String> replaceable;
  private final List<Expression<P>> expressions;
  private final @Nullable P catchAll;
  private final Match<P> untyped;
  private final Map<String, Match<P>> usual = new HashMap<>();
  private final SeenTypes seenTypes;
  private final SeenTypes.Memory<Match<P>> seen;

  /**
   * What a content type leads to.
   *
   * @param type the content type as read
   * @param parser what takes it, or null
   */
  public record Match<P>(MediaType type, @Nullable P parser) {}

  private record Expression<P>(Pattern pattern, P parser) {}

  private ContentTypeTable(Builder<P> builder) {
    this.byType = Map.copyOf(builder.byType);
    this.replaceable = Set.copyOf(builder.replaceable);
    this.expressions = List.copyOf(builder.expressions);
    this.catchAll = builder.catchAll;
    this.untyped = resolve("");
    this.seenTypes = builder.seenTypes;
    this.seen = seenTypes.memory();
    for (String type : byType.keySet()) {
      for (String parameters : USUAL_PARAMETERS) {
        usual.put(type + parameters, resolve(type + parameters));
      }
    }
  }

  /**
   * Returns a builder without parsers.
   *
   * @param seenTypes bounds what its tables remember together with others
   */
  public static <P> Builder<P> builder(SeenTypes seenTypes) {
    return new Builder<>(seenTypes);
  }

  /** Returns a builder that starts with these parsers; this table does not change. */
  public Builder<P> toBuilder() {
    Builder<P> builder = new Builder<>(seenTypes);
    builder.byType.putAll(byType);
    builder.replaceable.addAll(replaceable);
    builder.expressions.addAll(expressions);
    builder.catchAll = catchAll;
    return builder;
  }

  /** Finds the parser for the value of a content-type header. */
  public Match<P> match(String header) {
    Match<P> match = usual.get(header);
    if (match == null) {
      match = seen.get(header);
    }
    return match == null ? remember(header) : match;
  }

  /** Finds the parser for a body without a content-type header. */
  public Match<P> matchUntyped() {
    return untyped;
  }

  private Match<P> remember(String header) {
    Match<P> match = resolve(header);
    if (!match.type.parameters().containsKey(BOUNDARY)) {
      seen.put(header, match);
    }
    return match;
  }

  private Match<P> resolve(String header) {
    MediaType type = MediaType.parse(header);
    // The reference reads the normal form once more before it looks for a parser.
    MediaType normal = MediaType.parse(type.toString());
    P parser = byType.get(normal.toString());
    String essence = normal.essence();
    if (parser == null && essence != null) {
      parser = byType.get(essence);
    }
    if (parser == null) {
      parser = byExpression(normal.toString());
    }
    return new Match<>(type, parser == null ? catchAll : parser);
  }

  private @Nullable P byExpression(String type) {
    for (Expression<P> expression : expressions) {
      if (expression.pattern.matcher(type).find()) {
        return expression.parser;
      }
    }
    return null;
  }

  /**
   * Changes parsers on the way to a table. Not thread-safe.
   *
   * @param <P> what is found
   */
  public static final class Builder<P> {
    private static final String CATCH_ALL = "*";

    private final Map<String, P> byType = new HashMap<>();
    private final Set<String> replaceable = new HashSet<>();
    private final List<Expression<P>> expressions = new ArrayList<>();
    private final SeenTypes seenTypes;
    private @Nullable P catchAll;

    private Builder(SeenTypes seenTypes) {
      this.seenTypes = seenTypes;
    }

    /** Adds a parser that {@link #add(String, Object)} may replace once. */
    public Builder<P> addDefault(String type, P parser) {
      String normal = MediaType.parse(type).toString();
      byType.put(normal, parser);
      replaceable.add(normal);
      return this;
    }

    /**
     * Adds a parser.
     *
     * @param type a media type with or without parameters, or {@code *} for all that no other takes
     * @throws dev.fastjava.error.FastjavaException when the type is no media type or has a parser
     */
    public Builder<P> add(String type, P parser) {
      String given = Whitespace.trim(type).toLowerCase(Locale.ROOT);
      if (given.isEmpty()) {
        throw ErrorCode.FST_ERR_CTP_EMPTY_TYPE.error();
      }
      if (given.equals(CATCH_ALL)) {
        catchAll = parser;
        return this;
      }
      MediaType read = MediaType.parse(given);
      String normal = read.toString();
      if (byType.containsKey(normal) && !replaceable.contains(given)) {
        throw ErrorCode.FST_ERR_CTP_ALREADY_PRESENT.error(given);
      }
      if (!read.isValid()) {
        throw ErrorCode.FST_ERR_CTP_INVALID_TYPE.error();
      }
      byType.put(normal, parser);
      replaceable.remove(normal);
      return this;
    }

    /**
     * Adds a parser for the types an expression is found in.
     *
     * @throws dev.fastjava.error.FastjavaException when there is a parser for an equal expression
     */
    public Builder<P> add(Pattern pattern, P parser) {
      if (has(pattern)) {
        throw ErrorCode.FST_ERR_CTP_ALREADY_PRESENT.error(JavaRegex.slashed(pattern));
      }
      expressions.add(0, new Expression<>(pattern, parser));
      return this;
    }

    /** Tells whether this very type has a parser. The catch-all is no type. */
    public boolean has(String type) {
      return byType.containsKey(MediaType.parse(type).toString());
    }

    /** Tells whether an equal expression has a parser. */
    public boolean has(Pattern pattern) {
      return expressions.stream().anyMatch(each -> equal(each.pattern, pattern));
    }

    /** Removes the parser of a type, if it has one. The catch-all is no type, and stays. */
    public Builder<P> remove(String type) {
      String normal = MediaType.parse(type).toString();
      byType.remove(normal);
      replaceable.remove(normal);
      return this;
    }

    /** Removes the parser of an equal expression, if there is one. */
    public Builder<P> remove(Pattern pattern) {
      expressions.removeIf(each -> equal(each.pattern, pattern));
      return this;
    }

    /** Removes all parsers. */
    public Builder<P> removeAll() {
      byType.clear();
      replaceable.clear();
      expressions.clear();
      catchAll = null;
      return this;
    }

    /** Returns the table. */
    public ContentTypeTable<P> build() {
      return new ContentTypeTable<>(this);
    }

    /**
     * Tells whether an expression looks at the beginning of the type. One that may match anywhere
     * can be fooled by a parameter; the reference warns about it.
     */
    public static boolean looksAtEssence(Pattern pattern) {
      return pattern.pattern().startsWith("^") || pattern.pattern().contains(";?");
    }

    private static boolean equal(Pattern one, Pattern other) {
      return one.flags() == other.flags() && one.pattern().equals(other.pattern());
    }
  }
}
