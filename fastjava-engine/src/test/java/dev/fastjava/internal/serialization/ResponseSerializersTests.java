package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.Utf8Output;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseSerializersTests {
  /** Writes the place a schema was declared at. */
  private static final SerializerCompiler PLACES =
      schema -> (value, out) -> out.writeText(schema.httpStatus() + " " + schema.contentType());

  private static ResponseSerializers compile(Map<String, ?> responses) throws Exception {
    return ResponseSerializers.compile(responses, "GET", "/", PLACES);
  }

  private static @Nullable String place(@Nullable Serializer serializer) throws Exception {
    if (serializer == null) {
      return null;
    }
    Utf8Output out = new Utf8Output();
    serializer.serialize(null, out);
    return out.toText();
  }

  private static Map<String, Object> content(String... types) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : types) {
      content.put(type, Map.of("schema", Map.of()));
    }
    return Map.of("content", content);
  }

  @Test
  void theStatusGoesBeforeItsClassBeforeTheDefault() throws Exception {
    ResponseSerializers serializers =
        compile(Map.of("200", Map.of(), "2XX", Map.of(), "404", true, "default", Map.of()));
    assertThat(place(serializers.find(200, null))).isEqualTo("200 null");
    assertThat(place(serializers.find(201, null))).isEqualTo("2xx null");
    assertThat(place(serializers.find(404, "text/x"))).isEqualTo("404 null");
    assertThat(place(serializers.find(500, null))).isEqualTo("default null");
    assertThat(place(serializers.find(302, null))).isEqualTo("default null");
    assertThat(place(serializers.find(999, null))).isEqualTo("default null");
  }

  @Test
  void aStatusThatIsNotDeclaredHasNone() throws Exception {
    ResponseSerializers serializers = compile(Map.of("200", Map.of()));
    assertThat(serializers.find(201, null)).isNull();
    assertThat(ResponseSerializers.NONE.find(200, null)).isNull();
    assertThat(compile(Map.of())).isSameAs(ResponseSerializers.NONE);
  }

  @Test
  void theMediaTypeGoesBeforeTheOneForAll() throws Exception {
    ResponseSerializers serializers =
        compile(
            Map.of(
                "200", content("application/json", "application/vnd.v1+json"),
                "default", content("text/x", "*/*")));
    assertThat(place(serializers.find(200, "application/json; charset=utf-8")))
        .isEqualTo("200 application/json");
    assertThat(place(serializers.find(200, "Application/VND.v1+json;x=y")))
        .isEqualTo("200 application/vnd.v1+json");
    assertThat(serializers.find(200, "application/other+json")).isNull();
    assertThat(serializers.find(200, null)).isNull();
    assertThat(serializers.find(200, "nonsense")).isNull();
    assertThat(place(serializers.find(500, "application/json"))).isEqualTo("default */*");
    assertThat(place(serializers.find(500, "text/x"))).isEqualTo("default text/x");
  }

  @Test
  void aDeclaredSerializerIsFoundWithoutFallingBack() throws Exception {
    ResponseSerializers serializers =
        compile(Map.of("200", Map.of(), "2xx", Map.of(), "201", content("application/json")));
    assertThat(place(serializers.declared("200", null))).isEqualTo("200 null");
    assertThat(place(serializers.declared("2xx", null))).isEqualTo("2xx null");
    assertThat(serializers.declared("202", null)).isNull();
    assertThat(serializers.declared("200", "application/json")).isNull();
    assertThat(place(serializers.declared("201", "application/json")))
        .isEqualTo("201 application/json");
    assertThat(serializers.declared("201", "text/plain")).isNull();
    assertThat(serializers.declared("201", null)).isNull();
  }

  @Test
  void keysMustBeStatuses() {
    assertThatThrownBy(() -> compile(Map.of("type", "object", "properties", Map.of())))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            e ->
                assertThat(e.errorCode())
                    .isEqualTo(ErrorCode.FST_ERR_SCH_RESPONSE_SCHEMA_NOT_NESTED_2XX));
    assertThatThrownBy(() -> compile(Map.of("600", Map.of())))
        .isInstanceOf(FastjavaException.class);
  }

  @Test
  void everyMediaTypeNeedsASchema() {
    Map<String, Object> responses =
        Map.of("200", Map.of("content", Map.of("application/json", Map.of())));
    assertThatThrownBy(() -> ResponseSerializers.requireSchemas(responses))
        .hasMessage("Schema is missing for the content type 'application/json'");
    ResponseSerializers.requireSchemas(Map.of("200", content("a/b"), "201", true));
  }
}
