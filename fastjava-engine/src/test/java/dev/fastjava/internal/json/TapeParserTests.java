package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.option.Poisoning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tokens that were kept answer as Jackson's parser of the text does. */
class TapeParserTests {
  private final JsonFactory jackson = new JsonFactory();

  private JsonTape tape(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return new JsonReader().tokens(text, 0, text.length).tape();
  }

  private JsonParser text(String json) {
    return jackson.createParser(ObjectReadContext.empty(), json.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(Callable<@Nullable Object> question) {
    try {
      return String.valueOf(question.call());
    } catch (Exception e) {
      return "fails with " + e.getClass().getSimpleName();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1",
        "2147483648",
        "-9223372036854775808",
        "9223372036854775808",
        "123456789012345678901234567890",
        "0.0",
        "-0.0",
        "1.10",
        "19.90",
        "1e3",
        "1E-3",
        "1.5e300",
        "0.1000000000000000055511151231257827",
        "12345678901234567.125",
        "1e400",
        "-1e400",
        "3.4028236e38",
        "9223372036854775807.5",
        "\"text\"",
        "\"\"",
        "true",
        "false",
        "null"
      })
  void everyScalarAnswersAsInTheText(String json) {
    for (int i = 0; i < questions(text(json)).size(); i++) {
      // Each question to new parsers: what Jackson answers depends on what it was asked before.
      String ofText = told(questions(text(json)).get(i));
      String ofTape = told(questions(tape(json).parser(ObjectReadContext.empty())).get(i));
      assertThat(ofTape).as("question " + i).isEqualTo(ofText);
    }
  }

  private static List<Callable<@Nullable Object>> questions(JsonParser parser) {
    parser.nextToken();
    List<Callable<@Nullable Object>> all = new ArrayList<>();
    all.add(parser::currentToken);
    all.add(parser::getNumberTypeFP);
    all.add(parser::isNaN);
    all.add(parser::getString);
    all.add(parser::getStringLength);
    all.add(parser::getValueAsString);
    all.add(parser::getNumberType);
    all.add(parser::getDoubleValue);
    all.add(parser::getNumberValue);
    all.add(parser::getFloatValue);
    all.add(parser::getIntValue);
    all.add(parser::getLongValue);
    all.add(parser::getShortValue);
    all.add(parser::getByteValue);
    all.add(parser::getDecimalValue);
    all.add(parser::getBigIntegerValue);
    all.add(parser::getNumberValueExact);
    all.add(parser::getNumberValueDeferred);
    all.add(parser::getBooleanValue);
    all.add(parser::getValueAsBoolean);
    all.add(parser::getEmbeddedObject);
    all.add(parser::currentName);
    return all;
  }

  @Test
  void namesAndPlacesAreThoseOfTheText() {
    String json =
        "{\"a\":[1,{\"b\":null},[]],\"c\":{\"d\":{\"e\":\"x\"}},\"f\":[[[true]]],\"\":1.5}";
    JsonParser text = text(json);
    JsonParser tape = tape(json).parser(ObjectReadContext.empty());
    int tokens = 0;
    while (text.nextToken() != null) {
      tokens++;
      assertThat(tape.nextToken()).isEqualTo(text.currentToken());
      assertThat(tape.currentName()).isEqualTo(text.currentName());
      assertThat(tape.streamReadContext().getNestingDepth())
          .isEqualTo(text.streamReadContext().getNestingDepth());
      assertThat(tape.streamReadContext().inObject())
          .isEqualTo(text.streamReadContext().inObject());
    }
    assertThat(tokens).isEqualTo(30);
    assertThat(tape.nextToken()).isNull();
    assertThat(tape.nextToken()).isNull();
  }

  @Test
  void whatIsSkippedIsSkippedToItsEnd() {
    String json = "[{\"a\":[1,{\"b\":[]}]},2]";
    for (JsonParser parser : List.of(text(json), tape(json).parser(ObjectReadContext.empty()))) {
      parser.nextToken();
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.streamReadContext().inArray()).isTrue();
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
      assertThat(parser.getIntValue()).isEqualTo(2);
    }
  }

  @Test
  void twoPropertiesOfOneNameAreNoticedAmongFewAndMany() {
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i < 500; i++) {
      many.append("\"n").append(i).append("\":{},");
    }
    assertThat(tape("{\"a\":1,\"b\":{\"a\":1},\"c\":[{\"a\":1},{\"a\":2}]}").hasDuplicates())
        .isFalse();
    assertThat(tape("[{\"a\":null,\"b\":[],\"a\":null}]").hasDuplicates()).isTrue();
    // Two different names with one hash.
    assertThat(tape("{\"Aa\":1,\"BB\":2}").hasDuplicates()).isFalse();
    assertThat(tape(many + "\"last\":1}").hasDuplicates()).isFalse();
    assertThat(tape(many + "\"n7\":1}").hasDuplicates()).isTrue();
    assertThat(tape(many + "\"n499\":1}").hasDuplicates()).isTrue();
    assertThat(tape("[" + many + "\"n\":1}," + many + "\"n\":1}]").hasDuplicates()).isFalse();
  }

  @Test
  void theValuesOfTokensAreThoseOfTheText() {
    JsonReader reader = new JsonReader();
    for (String json :
        List.of(
            "{\"a\":[1,2.50,-0,1e400,\"x\",null,true],\"b\":{},\"c\":[],\"a\":2}",
            "[]",
            "\"x\"",
            "\ufeff12345678901234567890",
            "{\"\\ud800\":1.5,\"\\ud800\":2}")) {
      byte[] text = json.getBytes(StandardCharsets.UTF_8);
      Object read =
          new JsonBodyReader(reader, Poisoning.ERROR, Poisoning.ERROR).readToBind(text, true);
      assertThat(read).isInstanceOf(ReadBody.class);
      assertThat(String.valueOf(((ReadBody) read).values()))
          .isEqualTo(String.valueOf(reader.read(text)));
    }
  }
}
