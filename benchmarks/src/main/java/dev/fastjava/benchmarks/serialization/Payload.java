package dev.fastjava.benchmarks.serialization;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.number;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** What is written, with the schema of it. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes the values
public enum Payload {
  /** The user object from a record. */
  USER_RECORD(user(42), schemaOfUser()),
  /** The user object from a map, as a body that was read has it. */
  USER_MAP(asMap(user(42)), schemaOfUser()),
  /** A thousand user objects from records. */
  USERS(users(), array(schemaOfUser())),
  /** An object of texts. */
  ARTICLE(article(), schemaOfArticle()),
  /** An object of numbers. */
  TRACK(track(), schemaOfTrack());

  private final Object value;
  private final JsonSchema schema;

  Payload(Object value, JsonSchema schema) {
    this.value = value;
    this.schema = schema;
  }

  /** Returns the value to write. */
  public Object value() {
    return value;
  }

  /** Returns the schema of the value as plain values. */
  public Object schema() {
    return schema.toValue();
  }

  private static User user(long id) {
    double[] totals = {129.95, 130.95, 131.95};
    List<User.Order> orders = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      List<User.Line> lines = new ArrayList<>();
      lines.add(new User.Line("SKU-1001", 2, 49.5));
      lines.add(new User.Line("SKU-1002", 1, 30.95));
      orders.add(new User.Order(id * 100 + i + 1, totals[i], lines));
    }
    return new User(
        id,
        "Ada Lovelace " + id,
        "user" + id + "@example.com",
        new ArrayList<>(List.of("alpha", "beta", "gamma", "delta", "epsilon")),
        new User.Address("12 Analytical Engine Way", "London", "EC1A 1BB", "GB"),
        orders);
  }

  private static List<User> users() {
    List<User> users = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      users.add(user(i));
    }
    return users;
  }

  private static Map<?, ?> asMap(User user) {
    JsonMapper mapper = JsonMapper.shared();
    return mapper.readValue(mapper.writeValueAsBytes(user), Map.class);
  }

  private static Article article() {
    return new Article(
        "notes-on-the-analytical-engine",
        "Notes on the Analytical Engine",
        "With remarks by the translator, \"A. A. L.\"",
        "Luigi Federico Menabrea",
        "Zürich – 東京",
        sentence(),
        (sentence() + '\n').repeat(8),
        "<p class=\"lead\">Supposing, for instance</p>\n".repeat(6),
        new ArrayList<>(List.of("engine", "loom", "notes", "café", "bernoulli")));
  }

  private static String sentence() {
    return "The engine weaves algebraical patterns as the Jacquard loom weaves flowers and leaves.";
  }

  private static Track track() {
    Random random = new Random(7);
    List<Track.Point> points = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      points.add(
          new Track.Point(
              1_764_000_000_000L + i * 1000L,
              51.5 + random.nextDouble(),
              -0.1 - random.nextDouble(),
              Math.round(random.nextDouble() * 1000) / 10.0,
              120 + i,
              80,
              random.nextInt(10_000) / 1000.0));
    }
    return new Track(3, 1_764_000_000_000L, 10_432.25, points);
  }

  private static JsonSchema schemaOfUser() {
    JsonSchema line = object().prop("sku", string()).prop("qty", integer()).prop("price", number());
    JsonSchema order =
        object().prop("id", integer()).prop("total", number()).prop("lines", array(line));
    return object()
        .prop("id", integer())
        .prop("name", string())
        .prop("email", string())
        .prop("tags", array(string()))
        .prop(
            "address",
            object()
                .prop("street", string())
                .prop("city", string())
                .prop("zip", string())
                .prop("country", string()))
        .prop("orders", array(order));
  }

  private static JsonSchema schemaOfArticle() {
    return object()
        .prop("slug", string())
        .prop("title", string())
        .prop("subtitle", string())
        .prop("author", string())
        .prop("city", string())
        .prop("summary", string())
        .prop("body", string())
        .prop("html", string())
        .prop("keywords", array(string()));
  }

  private static JsonSchema schemaOfTrack() {
    JsonSchema point =
        object()
            .prop("time", integer())
            .prop("latitude", number())
            .prop("longitude", number())
            .prop("altitude", number())
            .prop("heartRate", integer())
            .prop("cadence", integer())
            .prop("speed", number());
    return object()
        .prop("version", integer())
        .prop("started", integer())
        .prop("distance", number())
        .prop("points", array(point));
  }
}
