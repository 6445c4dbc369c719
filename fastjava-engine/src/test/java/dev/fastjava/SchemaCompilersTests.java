package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SchemaBucket;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Who compiles schemas, where they are kept, and what happens to bad ones. */
class SchemaCompilersTests {
  private static final String NAMED = "{\"type\":\"object\",\"required\":[\"name\"]}";

  /** Finds every value wrong, and says who it is. */
  private static ValidatorCompiler refusing(String name) {
    return schema ->
        value -> ValidationResult.failed(new IllegalArgumentException(name + " refuses"));
  }

  private static String post(Fastjava app, String url) {
    return app.inject().post(url, Map.of(), request -> {}).body();
  }

  @Test
  void theNearestCompilerIsTaken() {
    try (Fastjava app = Fastjava.create()) {
      app.setValidatorCompiler(refusing("instance"));
      app.post("/a", r -> r.schema(s -> s.body(NAMED)), (request, reply) -> "ok");
      app.register(
          (plugin, options) -> {
            plugin.post("/b", r -> r.schema(s -> s.body(NAMED)), (request, reply) -> "ok");
            plugin.register(
                (inner, more) -> {
                  inner.setValidatorCompiler(refusing("plugin"));
                  inner.post("/c", r -> r.schema(s -> s.body(NAMED)), (request, reply) -> "ok");
                  inner.post(
                      "/d",
                      r -> r.schema(s -> s.body(NAMED)).validatorCompiler(refusing("route")),
                      (request, reply) -> "ok");
                });
          });
      assertThat(post(app, "/a")).contains("instance refuses");
      assertThat(post(app, "/b")).contains("instance refuses");
      assertThat(post(app, "/c")).contains("plugin refuses");
      assertThat(post(app, "/d")).contains("route refuses");
    }
  }

  @Test
  void factoriesGetTheSchemasOfTheirContext() {
    List<List<String>> built = new ArrayList<>();
    ValidatorFactory factory =
        (shared, options) -> {
          built.add(List.copyOf(shared.keySet()));
          return ValidatorFactory.standard().build(shared, options);
        };
    try (Fastjava app = Fastjava.create(o -> o.schemaController(c -> c.validators(factory)))) {
      app.addSchema(string().id("one"));
      app.post("/a", r -> r.schema(s -> s.body(NAMED)), (request, reply) -> "ok");
      app.register(
          (plugin, options) -> {
            plugin.addSchema(integer().id("two"));
            plugin.post(
                "/b",
                r -> r.schema(s -> s.body("{\"$ref\":\"two#\"}")),
                (request, reply) -> request.body());
          });
      assertThat(post(app, "/b")).contains("body must be integer");
      assertThat(built).containsExactlyInAnyOrder(List.of("one"), List.of("one", "two"));
    }
  }

  /** Keeps schemas like the default, and tells what it was asked. */
  private static final class Bucket implements SchemaBucket {
    private final Map<String, Object> schemas;
    private final List<String> asked;

    Bucket(Map<String, Object> parentSchemas, List<String> asked) {
      this.schemas = new LinkedHashMap<>(parentSchemas);
      this.asked = asked;
      asked.add("from " + parentSchemas.keySet());
    }

    @Override
    public void add(Map<String, Object> schema) {
      asked.add("add " + schema.get("$id"));
      schemas.put(String.valueOf(schema.get("$id")), schema);
    }

    @Override
    public @Nullable Map<String, Object> getSchema(String id) {
      return Map.of("title", "from the bucket: " + id);
    }

    @Override
    public Map<String, Object> getSchemas() {
      return schemas;
    }
  }

  @Test
  void schemasAreKeptInTheUsersBuckets() {
    List<String> asked = new ArrayList<>();
    SchemaController controller =
        SchemaController.of(c -> c.bucket(parent -> new Bucket(parent, asked)));
    try (Fastjava app = Fastjava.create(o -> o.schemaController(controller))) {
      app.addSchema(string().id("one"));
      app.register(
          (plugin, options) -> {
            plugin.addSchema(integer().id("two"));
            plugin.post("/", r -> r.schema(s -> s.body("{\"$ref\":\"two#\"}")), (q, reply) -> "ok");
          });
      assertThat(post(app, "/")).contains("body must be integer");
      assertThat(asked).containsSubsequence("from []", "add one", "from [one]", "add two");
      assertThat(app.getSchema("any")).containsEntry("title", "from the bucket: any");
    }
  }

  private static @Nullable String codeOf(Throwable failure) {
    return failure.getCause() instanceof FastjavaException error ? error.code() : null;
  }

  @Test
  void sharedSchemasStayInTheirContext() {
    try (Fastjava app = Fastjava.create()) {
      app.register((plugin, options) -> plugin.addSchema(string().id("inner")));
      app.register(
          (plugin, options) ->
              plugin.post(
                  "/", r -> r.schema(s -> s.body("{\"$ref\":\"inner#\"}")), (q, reply) -> "ok"));
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .satisfies(e -> assertThat(codeOf(e)).isEqualTo("FST_ERR_SCH_VALIDATION_BUILD"))
          .hasMessageContaining("POST: /")
          .hasMessageContaining("inner");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'properties':{'a':{'items':{'type':'text'}}}}    | data/properties/a/items/type
          {'properties':{'a':{'typ':'string'}}}             | #/properties/a
          {'properties':{'a':{'type':'string','format':'zip'}}} | #/properties/a
          {'properties':{'a':{'type':'string','pattern':'('}}}  | #/properties/a
          {'properties':{'a':{'$ref':'nowhere#'}}}          | #/properties/a
          {'type':'object','$schema':'https://json-schema.org/draft/2020-12/schema','properties':{'b':{'typ':1}}} | #/properties/b
          """)
  void badSchemasFailAtBootWithRouteAndPlace(String schema, String place) {
    try (Fastjava app = Fastjava.create()) {
      app.put("/x", r -> r.schema(s -> s.body(schema.replace('\'', '"'))), (q, reply) -> "ok");
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .satisfies(e -> assertThat(codeOf(e)).isEqualTo("FST_ERR_SCH_VALIDATION_BUILD"))
          .hasMessageContaining("PUT: /x")
          .hasMessageContaining(place);
    }
  }

  @Test
  void schemasMayBeJacksonsNodes() {
    JsonSchema schema = JsonSchema.of(JsonMapper.shared().readTree(NAMED));
    try (Fastjava app = Fastjava.create()) {
      app.post("/a", r -> r.schema(s -> s.body(schema)), (request, reply) -> "ok");
      app.post(
          "/b",
          r -> r.schema(s -> s.part("body", JsonMapper.shared().readTree(NAMED))),
          (request, reply) -> "ok");
      assertThat(post(app, "/a")).contains("must have required property 'name'");
      assertThat(post(app, "/b")).contains("must have required property 'name'");
    }
  }

  @Test
  void handlersValidateWithTheRoutesSchemasOrTheirOwn() {
    JsonSchema own = object().prop("n", integer().maximum(3));
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(NAMED)).attachValidation(true),
          (request, reply) -> {
            boolean first = request.validateInput(new LinkedHashMap<>(), HttpPart.BODY).isValid();
            boolean second =
                request.validateInput(new LinkedHashMap<>(Map.of("n", 4)), own).isValid();
            boolean known =
                request.getValidationFunction(own) == request.compileValidationSchema(own);
            return List.of(first, second, known, request.validationError() != null);
          });
      assertThat(post(app, "/")).isEqualTo("[false,false,true,true]");
    }
  }
}
