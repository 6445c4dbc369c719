package dev.fastjava.internal.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read: with the features of a mapper, and within the limits of the framework. Where
 * the mapper has limits of its own, the narrower ones count.
 */
final class ReadSettings {
  private final JsonLimits limits;
  private final @Nullable JsonFactory base;
  private final ObjectReadContext context;
  private final boolean decimals;
  private final boolean bigIntegers;
  private final boolean longs;

  /** The settings without a mapper: JSON as its standard says. */
  ReadSettings(JsonLimits limits) {
    this.limits = limits;
    this.base = null;
    this.context = ObjectReadContext.empty();
    this.decimals = false;
    this.bigIntegers = false;
    this.longs = false;
  }

  /** The settings of a mapper. */
  ReadSettings(JsonLimits limits, JsonMapper mapper) {
    this.limits = limits;
    this.base = mapper.tokenStreamFactory();
    this.context = new Features(mapper._deserializationContext(), base);
    this.decimals = mapper.isEnabled(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    this.bigIntegers = mapper.isEnabled(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
    this.longs = mapper.isEnabled(DeserializationFeature.USE_LONG_FOR_INTS);
  }

  /** Makes a factory that remembers no names yet. */
  JsonFactory newFactory() {
    StreamReadConstraints own =
        base == null ? StreamReadConstraints.defaults() : base.streamReadConstraints();
    return (base == null ? JsonFactory.builder() : base.rebuild())
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(own.getMaxDocumentLength())
                .maxTokenCount(own.getMaxTokenCount())
                .maxNestingDepth(
                    narrower(
                        own.getMaxNestingDepth(),
                        StreamReadConstraints.DEFAULT_MAX_DEPTH,
                        limits.maxDepth()))
                .maxNumberLength(
                    narrower(
                        own.getMaxNumberLength(),
                        StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
                        limits.maxNumberLength()))
                .maxStringLength(
                    narrower(
                        own.getMaxStringLength(),
                        StreamReadConstraints.DEFAULT_MAX_STRING_LEN,
                        limits.maxStringLength()))
                .maxNameLength(
                    narrower(
                        own.getMaxNameLength(),
                        StreamReadConstraints.DEFAULT_MAX_NAME_LEN,
                        limits.maxStringLength()))
                .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .build();
  }

  /** A limit nobody has set on the mapper is none: ours are other ones. */
  private static int narrower(int own, int unset, int limit) {
    return own == unset ? limit : Math.min(own, limit);
  }

  /** What parsers are made with. */
  ObjectReadContext context() {
    return context;
  }

  /** Whether numbers with a fraction become {@code BigDecimal}. */
  boolean decimals() {
    return decimals;
  }

  /** Whether all whole numbers become {@code BigInteger}. */
  boolean bigIntegers() {
    return bigIntegers;
  }

  /** Whether whole numbers become {@code Long} at least. */
  boolean longs() {
    return longs;
  }

  /** The features of a mapper, found out once. */
  private static final class Features extends ObjectReadContext.Base {
    private final int streamFeatures;
    private final int formatFeatures;

    Features(DeserializationContext mapper, JsonFactory factory) {
      // Of texts with two equal names the last one counts, as the reference does, unless the
      // application asks for an error.
      this.streamFeatures =
          mapper.getStreamReadFeatures(factory.getStreamReadFeatures())
              | StreamReadFeature.USE_FAST_DOUBLE_PARSER.getMask();
      this.formatFeatures = mapper.getFormatReadFeatures(factory.getFormatReadFeatures());
    }

    @Override
    public int getStreamReadFeatures(int defaults) {
      return streamFeatures;
    }

    @Override
    public int getFormatReadFeatures(int defaults) {
      return formatFeatures;
    }
  }
}
