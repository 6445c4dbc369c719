package dev.fastjava.docs.serialization;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.docs.ExampleImports;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the page true: its Java is found in this file, which runs it. */
class SerializationPageTests {
  private static final Path PAGE = Path.of("../docs/Serialization.md");
  private static final Path SOURCE =
      Path.of("src/test/java/dev/fastjava/docs/serialization/SerializationPageTests.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  record User(String name, int age) {}

  record Team(String title, List<Map<String, Object>> members, String budget) {}

  /** Stands for the data of an application. */
  static final class Store<T> {
    private final T only;

    Store(T only) {
      this.only = only;
    }

    T find(@Nullable String id) {
      return only;
    }

    T latest() {
      return only;
    }
  }

  static final class Csv {
    private Csv() {}

    static String write(@Nullable Object rows) {
      return "csv:" + rows;
    }
  }

  static final class Xml {
    private Xml() {}

    static String write(@Nullable Object value) {
      return "<v>" + value + "</v>";
    }
  }

  interface Public {}

  interface Internal extends Public {}

  record Account(@JsonView(Public.class) String name, @JsonView(Internal.class) String email) {}

  private final Store<Account> accounts = new Store<>(new Account("Ada", "ada@example.org"));
  private final Store<User> users = new Store<>(new User("Ada", 36));
  private final Store<Team> teams =
      new Store<>(new Team("Core", List.of(Map.of("name", "Ada", "salary", 1)), "100"));
  private final Store<Map<String, Object>> reports =
      new Store<>(Map.of("title", "Q3", "body", "all well"));

  @Test
  void aViewDecidesWhatIsSent() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/accounts/:id",
          route -> route.replyView(Public.class).schema(s -> s.response(200, Account.class)),
          (request, reply) -> accounts.find(request.param("id")));
      assertThat(app.inject().get("/accounts/1").body()).isEqualTo("{\"name\":\"Ada\"}");
    }
  }

  @Test
  void schemasFromTypesAndBuilders() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/users/:id",
          route -> route.schema(s -> s.response(200, User.class)),
          (request, reply) -> users.find(request.param("id")));

      app.get(
          "/teams/:id",
          route ->
              route.schema(
                  s ->
                      s.response(
                              200,
                              object()
                                  .prop("title", string())
                                  .prop("members", array(object().prop("name", string()))))
                          .response("4xx", object().prop("message", string()))),
          (request, reply) -> teams.find(request.param("id")));

      assertThat(app.inject("/users/1").body()).isEqualTo("{\"name\":\"Ada\",\"age\":36}");
      assertThat(app.inject("/teams/1").body())
          .isEqualTo("{\"title\":\"Core\",\"members\":[{\"name\":\"Ada\"}]}");
    }
  }

  @Test
  void schemasByMediaType() {
    JsonSchema summary = object().prop("title", string());
    JsonSchema full = object().prop("title", string()).prop("body", string());
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/report",
          route ->
              route.schema(
                  s ->
                      s.response(
                          200,
                          types ->
                              types
                                  .content("application/json", summary)
                                  .content("application/vnd.report+json", full)
                                  .content("*/*", summary))),
          (request, reply) -> reply.type("application/vnd.report+json").send(reports.latest()));

      assertThat(app.inject("/report").body())
          .isEqualTo("{\"title\":\"Q3\",\"body\":\"all well\"}");
    }
  }

  @Test
  void checks() {
    Fastjava app =
        Fastjava.create(o -> o.serialization(s -> s.validateResponses(true).warnDropped(true)));
    try (app) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, User.class)),
          (request, reply) -> Map.of("name", "Ada", "age", "36"));
      assertThat(app.inject("/").body()).contains("response/age must be integer");
    }
  }

  private static void csv(Reply reply, Object table) {
    // for one reply
    reply.type("text/csv").serializer(rows -> Csv.write(rows)).send(table);
  }

  @Test
  void serializersOfOnesOwn() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/csv",
          (request, reply) -> {
            csv(reply, List.of(1));
            return reply;
          });
      app.register(
          (context, options) -> {
            compiler(context);
            context.get(
                "/schema",
                route -> route.schema(s -> s.response(200, User.class)),
                (request, reply) -> List.of(2));
          });
      app.register(
          (context, options) -> {
            all(context);
            context.get("/all", (request, reply) -> List.of(3));
          });
      assertThat(app.inject("/csv").body()).isEqualTo("csv:[1]");
      assertThat(app.inject("/schema").body()).isEqualTo("<v>[2]</v>");
      assertThat(app.inject("/all").body()).isEqualTo("<v>[3]</v>");
    }
  }

  private static void compiler(Fastjava app) {
    // for all routes of a context: replaces the compiler of schemas
    app.setSerializerCompiler(schema -> (value, out) -> out.writeText(Xml.write(value)));
  }

  private static void all(Fastjava app) {
    // for all replies of a context: comes before schemas and compilers
    app.setReplySerializer((payload, statusCode) -> Xml.write(payload));
  }

  @Test
  void serializersForHandlers() {
    JsonSchema badgeSchema = object().prop("name", string());
    User user = new User("Ada", 36);
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, User.class)),
          (request, reply) -> {
            String line = reply.serializeForStatus(user, 200);
            Serializer badge = reply.compileSerializationSchema(badgeSchema);
            Utf8Output out = new Utf8Output();
            badge.serialize(user, out);
            return reply.type("text/plain").send(line + out);
          });
      assertThat(app.inject("/").body())
          .isEqualTo("{\"name\":\"Ada\",\"age\":36}{\"name\":\"Ada\"}");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsRun() throws IOException {
    String source = withoutSpace(Files.readString(SOURCE));
    return JAVA.matcher(Files.readString(PAGE))
        .results()
        .map(match -> match.group(1))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(
                                source.contains(
                                    withoutSpace(ExampleImports.checked(example, source))))
                            .as("a source with%n%s", example)
                            .isTrue()));
  }

  /** The formatter and the page may break lines at different places. */
  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }
}
