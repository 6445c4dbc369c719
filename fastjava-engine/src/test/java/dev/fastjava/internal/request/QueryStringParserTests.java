package dev.fastjava.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class QueryStringParserTests {

  private static final String CHARACTERS = "ab=&+%20cC3\u00e9\ud83d;";

  @Test
  void keysKeepTheirOrder() {
    assertThat(QueryStringParser.parse("z=1&a=2&z=3", 0).entrySet())
        .extracting(Map.Entry::getKey)
        .containsExactly("z", "a");
  }

  @Test
  void repeatedKeyHasAList() {
    assertThat(QueryStringParser.parse("a=1&b&a=2&a", 0))
        .isEqualTo(Map.of("a", List.of("1", "2", ""), "b", ""));
  }

  @Test
  void queryIsReadInPlace() {
    assertThat(QueryStringParser.parse("/path?a=%20", 6)).isEqualTo(Map.of("a", " "));
  }

  @Test
  void resultCanBeChanged() {
    Map<String, Object> query = QueryStringParser.parse("a=1", 0);
    query.put("b", 2);

    assertThat(query).hasSize(2);
  }

  @RepeatedTest(20)
  void anyTextIsAQuery(RepetitionInfo repetition) {
    Random random = Seeds.random(repetition.getCurrentRepetition());
    int values = 0;
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      for (Object value : QueryStringParser.parse(text.toString(), 0).values()) {
        assertThat(value).isInstanceOfAny(String.class, List.class);
        values++;
      }
    }
    assertThat(values).isGreaterThan(500);
  }
}
