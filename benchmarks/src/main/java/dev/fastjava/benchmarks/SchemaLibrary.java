package dev.fastjava.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.Validator;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A way to check documents against a schema of draft-07. Each library gets documents in the form it
 * likes best, made outside of what is measured, and everything it can do at boot is done there.
 */
interface SchemaLibrary {
  /** Brings a document into the library's own form. */
  Object prepare(Object document);

  /** Checks a prepared document. */
  boolean isValid(Object prepared);

  /**
   * Compiles a schema.
   *
   * @param name a library, see {@link ValidationBenchmark#library}
   * @param schema the schema as plain values
   * @param allErrors whether all errors are wanted, else the first will do
   */
  static SchemaLibrary of(String name, Object schema, boolean allErrors) {
    return switch (name) {
      case "fastjava" -> fastjava(schema, allErrors);
      case "networknt" -> networknt(schema, allErrors);
      case "harrel" -> harrel(schema);
      case "vertx" -> vertx(schema, allErrors);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Checks written by hand. */
  static SchemaLibrary byHand(Predicate<Object> check) {
    return new Simple(document -> document, check);
  }

  /** With coercion, defaults and the paths of errors, as it is by default. */
  private static SchemaLibrary fastjava(Object schema, boolean allErrors) {
    try {
      Validator validator =
          dev.fastjava.schema.ValidatorFactory.standard()
              .build(Map.of(), ValidationOptions.of(v -> v.allErrors(allErrors)))
              .compile(new RequestSchema(schema, "POST", "/orders", HttpPart.BODY));
      return new Simple(
          document -> document,
          document -> {
            try {
              return validator.validate(document).isValid();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static SchemaLibrary networknt(Object schema, boolean allErrors) {
    JsonMapper json = JsonMapper.shared();
    SchemaRegistryConfig config = SchemaRegistryConfig.builder().failFast(!allErrors).build();
    Schema compiled =
        com.networknt.schema.SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemaRegistryConfig(config))
            .getSchema(json.<JsonNode>valueToTree(schema));
    compiled.initializeValidators();
    return new Simple(
        json::<JsonNode>valueToTree, document -> compiled.validate((JsonNode) document).isEmpty());
  }

  private static SchemaLibrary harrel(Object schema) {
    ObjectMapper json = new ObjectMapper();
    dev.harrel.jsonschema.Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    URI uri = validator.registerSchema((Object) json.valueToTree(schema));
    return new Simple(
        document -> json.valueToTree(document),
        document -> validator.validate(uri, document).isValid());
  }

  private static SchemaLibrary vertx(Object schema, boolean allErrors) {
    io.vertx.json.schema.Validator validator =
        io.vertx.json.schema.Validator.create(
            // It writes into the schema, so it gets one of its own.
            JsonSchema.of(new JsonObject(JsonMapper.shared().writeValueAsString(schema))),
            new JsonSchemaOptions()
                .setDraft(Draft.DRAFT7)
                .setBaseUri("https://example.com")
                .setOutputFormat(allErrors ? OutputFormat.Basic : OutputFormat.Flag));
    return new Simple(
        SchemaLibrary::toVertx,
        document -> Boolean.TRUE.equals(validator.validate(document).getValid()));
  }

  @SuppressWarnings("unchecked") // documents are JSON objects and arrays
  private static Object toVertx(Object document) {
    return document instanceof List<?> list
        ? new JsonArray(list)
        : new JsonObject((Map<String, Object>) document);
  }

  /** A library as two functions. */
  record Simple(UnaryFunction preparation, Predicate<Object> check) implements SchemaLibrary {
    @Override
    public Object prepare(Object document) {
      return preparation.apply(document);
    }

    @Override
    public boolean isValid(@Nullable Object prepared) {
      return check.test(java.util.Objects.requireNonNull(prepared));
    }
  }

  /** Brings a document into another form. */
  @FunctionalInterface
  interface UnaryFunction {
    Object apply(Object document);
  }
}
