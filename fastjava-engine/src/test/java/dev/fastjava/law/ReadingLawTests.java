package dev.fastjava.law;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.law.SentKind.Draw;
import dev.fastjava.law.SentKind.Sent;
import dev.fastjava.law.SentShape.Entry;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.testing.Eventually;
import dev.fastjava.testing.Seeds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

/**
 * The law of types, of what is read: drawn bodies bind to what the mapper reads with nothing in
 * front of it, whatever names, options and parts of types; what the docs say is refused, is.
 */
class ReadingLawTests {
  private static final int BODIES = 6;

  private static final int TEXTS = 10;

  private int accepted;
  private int refused;
  private final List<String> faults = new ArrayList<>();

  /** A schema of a body, and the properties that it has. */
  private record Form(String url, SentShape shape, @Nullable Set<String> kept) {}

  private static List<Form> bodies(Fastjava app, ReadingMapper mapper, String prefix) {
    List<Form> forms = new ArrayList<>();
    for (SentShape shape : ReadingSamples.bodies()) {
      List<String> optional = shape.optional(mapper);
      Set<String> all = names(shape, mapper);
      Set<String> without = new TreeSet<>(all);
      without.remove(optional.get(0));
      Set<String> only = new TreeSet<>(all);
      optional.stream().skip(1).limit(2).forEach(only::remove);
      forms.add(body(app, prefix, shape, "whole", Schemas.of(shape.type()), null));
      if (shape.properties().size() > 1) {
        var part = Schemas.of(shape.type()).without(optional.get(0));
        forms.add(body(app, prefix, shape, "without", part, without));
        part = Schemas.of(shape.type()).only(only.toArray(String[]::new));
        forms.add(body(app, prefix, shape, "only", part, only));
      }
    }
    return forms;
  }

  private static Form body(
      Fastjava app,
      String prefix,
      SentShape shape,
      String name,
      JsonSchema schema,
      @Nullable Set<String> kept) {
    String url = "/" + shape + "/" + name;
    app.post(
        url,
        r -> r.schema(s -> s.body(schema)),
        (request, reply) -> String.valueOf(request.body(shape.type(), Object.class)));
    return new Form(prefix + url, shape, kept);
  }

  @ParameterizedTest
  @EnumSource
  void aBodyIsBoundAsTheMapperReadsIt(ReadingMapper mapper) {
    Map<ReadingOptions, List<Form>> forms = new EnumMap<>(ReadingOptions.class);
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.jsonMapper(mapper.mapper())
                    .exposeHeadRoutes(false)
                    .beanConstraints(BeanConstraints.unchecked()))) {
      for (ReadingOptions options : ReadingOptions.values()) {
        // All of them with the plain mapper, and half of them with each of the others.
        if (mapper == ReadingMapper.PLAIN || (mapper.number() + options.number()) % 2 != 0) {
          app.register(
              (context, unused) -> {
                context.setValidatorCompiler(
                    ValidatorFactory.standard()
                        .build(context.getSchemas(), ValidationOptions.of(options::set)));
                forms.put(options, bodies(context, mapper, "/" + options));
              },
              o -> o.prefix("/" + options));
        }
      }
      Eventually.join(app.ready());
      forms.forEach(
          (options, all) -> {
            Draw draw =
                new Draw(Seeds.random(mapper.number() * 100L + options.number()), mapper, options);
            for (Form form : all) {
              for (int i = 0; i < BODIES; i++) {
                check(app, draw, form);
              }
            }
          });
    }
    assertThat(faults).isEmpty();
    assertThat(accepted).isGreaterThan(75);
    assertThat(refused).isGreaterThan(50);
  }

  /** Texts are all that queries and headers have; the same type is bound without a schema, too. */
  private static void texts(Fastjava app, SentShape shape, ReadingMapper mapper) {
    Class<?> type = shape.type();
    JsonSchema part = Schemas.of(type).without(shape.optional(mapper).get(0));
    String url = "/" + shape;
    app.get(
        url + "/query",
        r -> r.schema(s -> s.querystring(type)),
        (request, reply) -> String.valueOf(request.query(type)));
    app.get(url + "/query/none", (request, reply) -> String.valueOf(request.query(type)));
    app.get(
        url + "/headers",
        r -> r.schema(s -> s.headers(type)),
        (request, reply) -> String.valueOf(request.headers(type)));
    app.get(url + "/headers/none", (request, reply) -> String.valueOf(request.headers(type)));
    app.get(
        url + "/query/part",
        r -> r.schema(s -> s.querystring(part)),
        (request, reply) -> String.valueOf(request.query(type)));
    app.get(
        url + "/headers/part",
        r -> r.schema(s -> s.headers(part)),
        (request, reply) -> String.valueOf(request.headers(type)));
    String params =
        shape.properties().stream().map(p -> "/:" + mapper.named(p.name())).collect(joining());
    app.get(
        url + "/params" + params,
        r -> r.schema(s -> s.params(type)),
        (request, reply) -> String.valueOf(request.params(type)));
    app.get(url + "/none" + params, (request, reply) -> String.valueOf(request.params(type)));
  }

  @ParameterizedTest
  @EnumSource
  void queriesParametersAndHeadersAreBoundAsTheMapperReadsThem(ReadingMapper mapper) {
    try (Fastjava app =
        Fastjava.create(
            o -> o.jsonMapper(mapper.mapper()).beanConstraints(BeanConstraints.unchecked()))) {
      ReadingSamples.texts().forEach(shape -> texts(app, shape, mapper));
      Eventually.join(app.ready());
      Draw draw = new Draw(Seeds.random(1_000 + mapper.number()), mapper, ReadingOptions.LISTS);
      for (SentShape shape : ReadingSamples.texts()) {
        for (int i = 0; i < TEXTS; i++) {
          checkTexts(app, draw, shape);
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(accepted).isGreaterThan(50);
    assertThat(refused).isGreaterThan(5);
  }

  /** Each property once, by one of its names, with a text. */
  private void checkTexts(Fastjava app, Draw draw, SentShape shape) {
    List<Entry> entries = new ArrayList<>();
    for (int tries = 0; tries < 30; tries++) {
      for (Entry each : shape.entries(draw)) {
        if (each.of() != null
            && text(each.value()) != null
            && entries.stream().noneMatch(other -> each.of().equals(other.of()))) {
          entries.add(each);
        }
      }
    }
    Sent all = shape.object(entries, draw, null, false);
    Set<String> kept = new TreeSet<>(names(shape, draw.mapper()));
    kept.remove(shape.optional(draw.mapper()).get(0));
    Sent some = shape.object(entries, draw, kept, false);
    for (String part : List.of("query", "headers", "params")) {
      boolean params = part.equals("params");
      if (params && entries.size() < shape.properties().size()) {
        continue; // no path of the route
      }
      for (String end : params ? List.of("", "/none") : List.of("", "/none", "/part")) {
        String expected = read(draw, shape, end.equals("/part") ? some.read() : all.read());
        InjectResponse response =
            app.inject(
                r -> {
                  if (params) {
                    r.url("/" + shape + (end.isEmpty() ? "/params" : end) + path(shape, entries));
                    return;
                  }
                  r.url("/" + shape + "/" + part + end);
                  for (Entry each : entries) {
                    String text = String.valueOf(text(each.value()));
                    if (part.equals("query")) {
                      r.query(each.name(), text);
                    } else {
                      r.header(header(each, draw.mapper()), text);
                    }
                  }
                });
        // Without a schema the mapper may refuse what is converted, or read what a schema refuses.
        if (!end.equals("/none") || (expected != null && response.statusCode() == 200)) {
          compare(draw, part + end + ' ' + all.json(), expected, response);
        }
      }
    }
  }

  /** The words of a header's name have dashes between them. */
  private static String header(Entry entry, ReadingMapper mapper) {
    String own = entry.of() == null ? entry.name() : entry.of().name();
    boolean isOwn = own.equalsIgnoreCase(entry.name()) || mapper.named(own).equals(entry.name());
    return isOwn ? own.replaceAll("([A-Z])", "-$1") : entry.name();
  }

  private static Set<String> names(SentShape shape, ReadingMapper mapper) {
    return shape.properties().stream()
        .map(each -> mapper.named(each.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(SentShape shape, List<Entry> entries) {
    return shape.properties().stream()
        .map(
            property ->
                entries.stream()
                    .filter(each -> property.equals(each.of()))
                    .map(each -> "/" + text(each.value()))
                    .collect(joining()))
        .collect(joining());
  }

  /** What a query has for a value; null for what only JSON can say. */
  private static @Nullable String text(Sent value) {
    String json = value.json();
    if (json.matches("\"[^\" ]+\"")) {
      return json.substring(1, json.length() - 1);
    }
    return json.equals(value.read()) && json.matches("[-0-9tf].*") ? json : null;
  }

  private void check(Fastjava app, Draw draw, Form form) {
    List<Entry> entries = form.shape().entries(draw);
    Sent body = form.shape().object(entries, draw, form.kept(), form.url().endsWith("only"));
    String expected = read(draw, form.shape(), body.read());
    InjectResponse response =
        app.inject()
            .post(form.url(), body.json(), r -> r.header("content-type", "application/json"));
    compare(draw, form.url() + ' ' + body.json(), expected, response);
  }

  /** What the mapper binds; null for what it or a schema refuses. */
  private static @Nullable String read(Draw draw, SentShape shape, @Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      return String.valueOf(draw.mapper().mapper().readValue(json, shape.type()));
    } catch (JacksonException e) {
      return null;
    }
  }

  private void compare(Draw draw, String sent, @Nullable String expected, InjectResponse response) {
    if (expected == null) {
      refused++;
    } else {
      accepted++;
    }
    boolean fine =
        expected == null
            ? response.statusCode() == 400
            : response.statusCode() == 200 && response.body().equals(expected);
    if (!fine && faults.size() < 20) {
      faults.add(
          String.join(
              "\n  ",
              draw.mapper() + " " + draw.options() + " " + sent,
              "bound:    " + response.body(),
              "expected: " + (expected == null ? "an error" : expected),
              ""));
    }
  }
}
