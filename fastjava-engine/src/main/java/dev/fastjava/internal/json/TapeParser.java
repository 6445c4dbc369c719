package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.io.NumberInput;
import tools.jackson.core.json.PackageVersion;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.SimpleStreamReadContext;

/**
 * A tape as Jackson's deserializers read it: with the answers of Jackson's parser of the text. Used
 * by one thread.
 */
@NullUnmarked // as the class of Jackson it extends
final class TapeParser extends ParserMinimalBase {
  private final JsonTape tape;
  private SimpleStreamReadContext place = SimpleStreamReadContext.createRootContext(null);
  private int at = -1;

  /** Whether the name at the place was told, and its value comes next. */
  private boolean named;

  TapeParser(JsonTape tape, ObjectReadContext context) {
    super(context);
    this.tape = tape;
  }

  @Override
  public JsonToken nextToken() {
    if (named) {
      named = false;
    } else {
      if (++at >= tape.size()) {
        at = tape.size();
        return _updateTokenToNull();
      }
      String name = tape.name(at);
      if (name != null) {
        named = true;
        place.setCurrentName(name);
        return _updateToken(JsonToken.PROPERTY_NAME);
      }
    }
    JsonToken token = tape.token(at);
    switch (token) {
      case START_OBJECT -> place = place.createChildObjectContext(-1, -1);
      case START_ARRAY -> place = place.createChildArrayContext(-1, -1);
      case END_OBJECT, END_ARRAY -> place = place.getParent();
      default -> {}
    }
    return _updateToken(token);
  }

  @Override
  public String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? tape.name(at) : null;
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    JsonToken token = nextToken();
    if (token == JsonToken.PROPERTY_NAME) {
      return matcher.matchName(tape.name(at));
    }
    return token == JsonToken.END_OBJECT
        ? PropertyNameMatcher.MATCH_END_OBJECT
        : PropertyNameMatcher.MATCH_ODD_TOKEN;
  }

  @Override
  public TapeParser skipChildren() {
    if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
      at = tape.after(at) - 1;
      place = place.getParent();
      _updateToken(tape.token(at));
    }
    return this;
  }

  @Override
  public String currentName() {
    boolean starts = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
    return starts ? place.getParent().currentName() : place.currentName();
  }

  @Override
  public String getString() {
    if (_currToken == null) {
      return null;
    }
    return switch (_currToken) {
      case PROPERTY_NAME -> tape.name(at);
      case VALUE_STRING -> (String) tape.raw(at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          tape.raw(at) instanceof Fraction fraction
              ? fraction.text()
              : String.valueOf(tape.raw(at));
      case VALUE_EMBEDDED_OBJECT -> tape.raw(at) == null ? null : tape.raw(at).toString();
      default -> _currToken.asString();
    };
  }

  @Override
  public char[] getStringCharacters() {
    String text = getString();
    return text == null ? null : text.toCharArray();
  }

  @Override
  public int getStringLength() {
    String text = getString();
    return text == null ? 0 : text.length();
  }

  @Override
  public int getStringOffset() {
    return 0;
  }

  @Override
  public boolean hasStringCharacters() {
    return false;
  }

  @Override
  public boolean isNaN() {
    return _currToken == JsonToken.VALUE_NUMBER_FLOAT
        && (tape.raw(at) instanceof Fraction fraction
            ? fraction.isWord()
            : tape.raw(at) instanceof Double real && !Double.isFinite(real));
  }

  /** The present number, a double where it has a fraction. */
  private Number number() {
    if (_currToken == JsonToken.VALUE_NUMBER_INT || _currToken == JsonToken.VALUE_NUMBER_FLOAT) {
      Object value = tape.raw(at);
      if (value instanceof Fraction fraction) {
        return _currToken == JsonToken.VALUE_NUMBER_INT ? (Number) 0 : fraction.value();
      }
      return (Number) value;
    }
    throw _constructNotNumericType(_currToken, 0);
  }

  @Override
  public Number getNumberValue() {
    return number();
  }

  @Override
  public Number getNumberValueExact() {
    return _currToken == JsonToken.VALUE_NUMBER_FLOAT && !isNaN() ? getDecimalValue() : number();
  }

  @Override
  public Object getNumberValueDeferred() {
    return _currToken == JsonToken.VALUE_NUMBER_FLOAT
            && tape.raw(at) instanceof Fraction fraction
            && !fraction.isWord()
        ? fraction.text()
        : number();
  }

  @Override
  public NumberType getNumberType() {
    if (_currToken != JsonToken.VALUE_NUMBER_INT && _currToken != JsonToken.VALUE_NUMBER_FLOAT) {
      return null;
    }
    Number number = number();
    if (number instanceof Integer) {
      return NumberType.INT;
    } else if (number instanceof Long) {
      return NumberType.LONG;
    } else if (number instanceof BigInteger) {
      return NumberType.BIG_INTEGER;
    }
    return number instanceof BigDecimal ? NumberType.BIG_DECIMAL : NumberType.DOUBLE;
  }

  @Override
  public int getIntValue() {
    Number number = number();
    if (number instanceof Integer integer) {
      return integer;
    }
    if (isOutside(number, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      _reportOverflowInt(getString(), _currToken);
    }
    return number.intValue();
  }

  @Override
  public long getLongValue() {
    Number number = number();
    if (number instanceof Integer || number instanceof Long) {
      return number.longValue();
    }
    if (isOutside(number, Long.MIN_VALUE, Long.MAX_VALUE)) {
      _reportOverflowLong(getString(), _currToken);
    }
    return number.longValue();
  }

  private static boolean isOutside(Number number, long least, long greatest) {
    if (number instanceof Long integer) {
      return integer < least || integer > greatest;
    }
    if (number instanceof BigInteger integer) {
      return integer.bitLength() > 63
          || integer.longValue() < least
          || integer.longValue() > greatest;
    }
    if (number instanceof BigDecimal decimal) {
      return decimal.compareTo(BigDecimal.valueOf(least)) < 0
          || decimal.compareTo(BigDecimal.valueOf(greatest)) > 0;
    }
    double value = number.doubleValue();
    return !(value >= least && value <= greatest);
  }

  @Override
  public BigInteger getBigIntegerValue() {
    Number number = number();
    if (number instanceof BigInteger integer) {
      return integer;
    }
    if (_currToken == JsonToken.VALUE_NUMBER_INT) {
      return BigInteger.valueOf(number.longValue());
    }
    BigDecimal decimal = getDecimalValue();
    streamReadConstraints().validateBigIntegerScale(decimal.scale());
    return decimal.toBigInteger();
  }

  @Override
  public float getFloatValue() {
    return tape.raw(at) instanceof Fraction fraction && _currToken == JsonToken.VALUE_NUMBER_FLOAT
        ? fraction.isWord()
            ? fraction.value().floatValue()
            : NumberInput.parseFloat(fraction.text(), true)
        : number().floatValue();
  }

  @Override
  public double getDoubleValue() {
    return number().doubleValue();
  }

  @Override
  public BigDecimal getDecimalValue() {
    Number number = number();
    if (tape.raw(at) instanceof Fraction fraction && _currToken == JsonToken.VALUE_NUMBER_FLOAT) {
      return NumberInput.parseBigDecimal(fraction.text(), true);
    }
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return number instanceof Integer || number instanceof Long
        ? BigDecimal.valueOf(number.longValue())
        : BigDecimal.valueOf(number.doubleValue());
  }

  @Override
  public Object getEmbeddedObject() {
    return _currToken == JsonToken.VALUE_EMBEDDED_OBJECT ? tape.raw(at) : null;
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) {
    if (_currToken == JsonToken.VALUE_EMBEDDED_OBJECT && tape.raw(at) instanceof byte[] bytes) {
      return bytes;
    }
    if (_currToken != JsonToken.VALUE_STRING) {
      throw _constructReadException(
          "Current token (" + _currToken + ") not VALUE_STRING, cannot access as binary");
    }
    ByteArrayBuilder builder = new ByteArrayBuilder(100);
    _decodeBase64(getString(), builder, variant);
    return builder.toByteArray();
  }

  @Override
  public Version version() {
    return PackageVersion.VERSION;
  }

  @Override
  public TokenStreamContext streamReadContext() {
    return place;
  }

  @Override
  public Object currentValue() {
    return place.currentValue();
  }

  @Override
  public void assignCurrentValue(Object value) {
    place.assignCurrentValue(value);
  }

  @Override
  public TokenStreamLocation currentTokenLocation() {
    return TokenStreamLocation.NA;
  }

  @Override
  public TokenStreamLocation currentLocation() {
    return TokenStreamLocation.NA;
  }

  @Override
  public Object streamReadInputSource() {
    return tape;
  }

  @Override
  protected void _closeInput() {}

  @Override
  protected void _releaseBuffers() {}

  @Override
  protected void _handleEOF() {
    _throwInternal();
  }
}
