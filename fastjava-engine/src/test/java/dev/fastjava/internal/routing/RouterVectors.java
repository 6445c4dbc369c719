package dev.fastjava.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.RouterOptions;
import dev.fastjava.conformance.VectorCase;
import dev.fastjava.conformance.VectorFamily;
import dev.fastjava.conformance.VectorFile;
import dev.fastjava.conformance.VectorFile.Fields;
import dev.fastjava.conformance.VectorValues;
import dev.fastjava.http.RawRequest;
import dev.fastjava.internal.request.QueryStringParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** Replays recorded route tables: lookups, errors of registration, drawings, questions. */
public final class RouterVectors implements VectorFamily {

  @Override
  public String name() {
    return "router";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return Stream.of(
            file.list("tables").map(each -> recorded("tables", each, () -> checkTable(each))),
            file.list("prettyPrint")
                .map(each -> recorded("prettyPrint", each, () -> checkPrint(each))),
            file.list("findRoute")
                .map(each -> recorded("findRoute", each, () -> checkFindRoute(each))))
        .flatMap(cases -> cases);
  }

  private static VectorCase recorded(String list, Fields each, Executable check) {
    return new VectorCase(list + '/' + each.id(), each.group(), each.tags(), check);
  }

  private static RouterOptions options(Fields written) {
    return RouterOptions.of(options -> options(options, written));
  }

  private static void options(RouterOptions.Builder options, Fields written) {
    options.caseSensitive(!written.has("caseSensitive") || written.flag("caseSensitive"));
    options.ignoreTrailingSlash(written.flag("ignoreTrailingSlash"));
    options.ignoreDuplicateSlashes(written.flag("ignoreDuplicateSlashes"));
    options.allowUnsafeRegex(written.flag("allowUnsafeRegex"));
    options.useSemicolonDelimiter(written.flag("useSemicolonDelimiter"));
    if (written.get("maxParamLength") instanceof Number most) {
      options.maxParamLength(most.intValue());
    }
  }

  private static RouteTable<Fields> table(Fields recorded, List<Object> errors) {
    RouteTable<Fields> table = new RouteTable<>(options(recorded.object("options")));
    for (Fields strategy : recorded.objects("constraintStrategies")) {
      table.addConstraintStrategy(
          new HeaderStrategy(
              strategy.text("name"),
              strategy.text("header"),
              strategy.flag("mustMatchWhenDerived")));
    }
    int index = 0;
    for (Fields route : recorded.objects("routes")) {
      try {
        table.on(
            methods(route), route.text("path"), constraints(route.object("constraints")), route);
      } catch (RouteException e) {
        errors.add(error(index, String.valueOf(e.getMessage())));
      }
      index++;
    }
    return table;
  }

  private static List<String> methods(Fields route) {
    return route.get("method") instanceof String method ? List.of(method) : route.texts("method");
  }

  private static Map<String, Object> constraints(Fields written) {
    Map<String, Object> constraints = new LinkedHashMap<>();
    written
        .map()
        .forEach(
            (name, value) ->
                constraints.put(
                    name, value instanceof VectorValues.Regex regex ? pattern(regex) : value));
    return constraints;
  }

  /** The pattern a Java user would write; only its letters matter to a drawing. */
  private static Pattern pattern(VectorValues.Regex regex) {
    return Pattern.compile(
        regex.source(), regex.flags().contains("i") ? Pattern.CASE_INSENSITIVE : 0);
  }

  private static void checkTable(Fields recorded) {
    List<Object> errors = new ArrayList<>();
    Router<Fields> router = table(recorded, errors).build();
    List<Object> expected = new ArrayList<>();
    for (Fields error : recorded.objects("registrationErrors")) {
      expected.add(error(error.get("route"), error.text("message")));
    }
    VectorValues.assertSame(expected, errors);
    for (Fields lookup : recorded.objects("lookups")) {
      String url = lookup.text("url");
      Fields headers = lookup.object("headers");
      RouteMatch<Fields> match =
          router.find(lookup.text("method"), url, new HeadersOnly(headers::textOrNull));
      assertThat(VectorValues.describe(outcome(match, url)))
          .as("%s %s of %s", lookup.text("method"), url, recorded.get("routes"))
          .isEqualTo(VectorValues.describe(expected(lookup.expect())));
    }
  }

  /** A refused route; of texts that come from the JavaScript engine, only the beginning counts. */
  private static Object error(@Nullable Object route, String message) {
    String regex = "Invalid regular expression";
    return Arrays.asList(route, message.startsWith(regex) ? regex : message);
  }

  private static Map<String, @Nullable Object> expected(Fields expect) {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("outcome", expect.get("outcome"));
    for (String name : List.of("id", "path")) {
      if (expect.get(name) != null) {
        expected.put(name, expect.get(name));
      }
    }
    for (String name : List.of("params", "searchParams")) {
      if (expect.get(name) != null) {
        Map<String, @Nullable Object> values = new TreeMap<>(expect.object(name).map());
        values.values().remove(VectorValues.UNDEFINED);
        expected.put(name, values);
      }
    }
    return expected;
  }

  private static Map<String, @Nullable Object> outcome(RouteMatch<Fields> match, String url) {
    Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
    switch (match.outcome()) {
      case FOUND -> {
        outcome.put("outcome", "found");
        outcome.put("id", match.store().id());
        outcome.put("params", new TreeMap<>(match.params()));
        Map<String, Object> query =
            match.queryStart() < 0
                ? Collections.emptyMap()
                : QueryStringParser.parse(url, match.queryStart());
        outcome.put("searchParams", new TreeMap<>(query));
      }
      case NOT_FOUND -> outcome.put("outcome", "notFound");
      case BAD_URL -> {
        outcome.put("outcome", "badUrl");
        outcome.put("path", match.path());
      }
      case MAX_PARAM_LENGTH -> {
        outcome.put("outcome", "maxParamLength");
        outcome.put("path", match.path());
      }
    }
    return outcome;
  }

  private static void checkPrint(Fields recorded) {
    RouteTable<Fields> table =
        recorded.text("via").equals("fastify")
            ? FastifyRoutes.table(recorded, options(recorded.object("options")))
            : table(recorded, new ArrayList<>());
    Fields print = recorded.object("printOptions");
    String text =
        table.prettyPrint(
            new PrintOptions(
                print.textOrNull("method"),
                !print.has("commonPrefix") || print.flag("commonPrefix"),
                print.flag("includeMeta"),
                print.texts("includeMeta")),
            route -> route.object("store").map());
    assertThat(text).isEqualTo(recorded.expect().text("text"));
  }

  private static void checkFindRoute(Fields recorded) {
    RouteTable<Fields> table = table(recorded, new ArrayList<>());
    for (Fields query : recorded.objects("queries")) {
      String method = query.text("method");
      String path = query.text("path");
      Map<String, Object> constraints = constraints(query.object("constraints"));
      Fields expect = query.expect();
      if (expect.has("error")) {
        assertThatThrownBy(() -> table.findRoute(method, path, constraints))
            .isInstanceOf(RouteException.class)
            .hasMessage(expect.object("error").text("message"));
        continue;
      }
      RouteTable.Found<Fields> found = table.findRoute(method, path, constraints);
      assertThat(table.hasRoute(method, path, constraints)).isEqualTo(found != null);
      assertThat(found == null ? null : found.store().id()).as(path).isEqualTo(expect.get("id"));
      if (found != null) {
        assertThat(found.names()).isEqualTo(expect.texts("params"));
      }
    }
  }

  /** A constraint whose value is a header, compared for equality. */
  private record HeaderStrategy(String name, String header, boolean mustMatchWhenDerived)
      implements ConstraintStrategy {

    @Override
    public @Nullable Object derive(RawRequest request) {
      return request.header(header);
    }
  }
}
