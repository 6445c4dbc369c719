package dev.fastjava.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryParametersTests {

  @Test
  void queryStaysAsItIsWithoutParameters() {
    assertThat(QueryParameters.merge("?a=%20+z&b", null, Map.of())).isEqualTo("?a=%20+z&b");
    assertThat(QueryParameters.merge("?a=%20+z&b", "", Map.of())).isEqualTo("?a=%20+z&b");
  }

  @Test
  void changedQueryIsWrittenAnew() {
    assertThat(QueryParameters.merge("?a=%20+z&b", null, Map.of("c", 1)))
        .isEqualTo("?a=++z&b=&c=1");
    assertThat(QueryParameters.merge("?\u00e9", null, Map.of("c", "\u00e9*-._~!'()")))
        .isEqualTo("?%C3%A9=&c=%C3%A9*-._%7E%21%27%28%29");
    assertThat(QueryParameters.merge("?a=1", null, Map.of("b", "x y&=+")))
        .isEqualTo("?a=1&b=x+y%26%3D%2B");
  }

  @Test
  void singleValueTakesThePlaceOfTheFirst() {
    assertThat(QueryParameters.merge("?a=1&b=2&a=3", null, Map.of("a", 9))).isEqualTo("?a=9&b=2");
  }

  @Test
  void severalValuesGoToTheEnd() {
    assertThat(QueryParameters.merge("?a=1&b=2", null, Map.of("a", List.of(8, 9))))
        .isEqualTo("?b=2&a=8&a=9");
    assertThat(QueryParameters.merge("?a=1", null, Map.of("a", List.of()))).isEmpty();
  }

  @Test
  void valuesAreWrittenAsJavaScriptWritesThem() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", null);
    values.put("b", true);
    values.put("c", 1.5);
    values.put("d", 2.0);
    assertThat(QueryParameters.merge("", null, values)).isEqualTo("?a=null&b=true&c=1.5&d=2");
  }
}
