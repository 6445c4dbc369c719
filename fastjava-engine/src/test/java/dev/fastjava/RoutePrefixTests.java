package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.option.PrefixTrailingSlash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How paths join with prefixes. */
class RoutePrefixTests {

  /** Which of two forms the root of a prefix answers on. */
  private static String answered(
      String prefix, PrefixTrailingSlash rule, boolean ignoreTrailingSlash) {
    try (Fastjava app =
        Fastjava.create(o -> o.routerOptions(r -> r.ignoreTrailingSlash(ignoreTrailingSlash)))) {
      app.register(
          (child, options) ->
              child.get("/", r -> r.prefixTrailingSlash(rule), (request, reply) -> "root"),
          o -> o.prefix(prefix));
      StringBuilder answered = new StringBuilder();
      for (String url : new String[] {"/p", "/p/", "/p//"}) {
        if (app.inject(r -> r.url(url)).statusCode() == 200) {
          answered.append(url).append(' ');
        }
        assertThat(app.inject(r -> r.method("HEAD").url(url)).statusCode())
            .isEqualTo(app.inject(r -> r.url(url)).statusCode());
      }
      return answered.toString().strip();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/p, BOTH, false, /p /p/",
    "/p, SLASH, false, /p/",
    "/p, NO_SLASH, false, /p",
    "/p, BOTH, true, /p /p/",
    "/p, SLASH, true, /p /p/",
    "/p, NO_SLASH, true, /p /p/",
    "/p/, NO_SLASH, false, /p/"
  })
  void rootOfAPrefixFollowsPrefixTrailingSlash(
      String prefix, PrefixTrailingSlash rule, boolean ignoreTrailingSlash, String answered) {
    assertThat(answered(prefix, rule, ignoreTrailingSlash)).isEqualTo(answered);
  }

  @Test
  void prefixesNestAndMayHaveParameters() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (v1, options) ->
              v1.register(
                  (tenant, more) ->
                      tenant.get(
                          "/users/:id",
                          (request, reply) ->
                              request.param("tenant")
                                  + request.param("id")
                                  + request.routeOptions().url()),
                  o -> o.prefix("/:tenant")),
          o -> o.prefix("/v1"));

      assertThat(app.inject(r -> r.url("/v1/acme/users/7")).body())
          .isEqualTo("acme7/v1/:tenant/users/:id");
    }
  }

  @Test
  void slashesOfPrefixAndPathDoNotAddUp() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options) -> child.get("/a", (request, reply) -> "a"), o -> o.prefix("/p/"));

      assertThat(app.inject(r -> r.url("/p/a")).body()).isEqualTo("a");
      assertThat(app.inject(r -> r.url("/p//a")).statusCode()).isEqualTo(404);
    }
  }
}
