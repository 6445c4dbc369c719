package dev.fastjava.assertj;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.assertj.FastjavaAssertions.assertThatIllegalArgumentException;
import static dev.fastjava.assertj.InjectResponseAssertTests.expectFailure;
import static dev.fastjava.assertj.InjectResponseAssertTests.response;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyAssertTests {

  private record User(String name, int age) {}

  private static JsonBodyAssert json(String text) {
    return assertThat(response(200, Map.of(), text.replace('\'', '"'))).bodyJson();
  }

  private static JsonBodyAssert users() {
    return json(
        "{'users':[{'name':'Ada','age':36},{'name':'Alan','age':41.0,'mail':null}],'a.b':{'c':1}}");
  }

  @Test
  void pathLeadsToValues() {
    users().extractingPath("$.users[0].name").isEqualTo("Ada");
    users().extractingPath("$.users[-1].age").isEqualTo(41);
    users().extractingPath("$['a.b'][\"c\"]").isEqualTo(1L);
    users().extractingPath("$.users[*].name").isEqualTo(List.of("Ada", "Alan"));
    users().extractingPath("$.*[*].age").asArray().hasSize(2);
    users().extractingPath("$.users[*].mail").asArray().containsOnlyNulls().hasSize(1);
    users().extractingPath("$.users[1].mail").isNull();
    users().extractingPath("$.users").extractingPath("$[0]").isEqualTo(new User("Ada", 36));
    users().extractingPath("$").hasPath("$.users[1].mail").doesNotHavePath("$.users[0].mail");
    users().hasPath("$.users[*].mail").doesNotHavePath("$.users[*].password");
    users().extractingPath("$.users[*].password").asArray().isEmpty();
  }

  @Test
  void missingValueIsToldWithThePlace() {
    expectFailure(
        () -> users().extractingPath("$.users[0].mail.host"),
        "$.users[0].mail.host",
        "$.users[0] has no property mail: {\"name\":\"Ada\",\"age\":36}",
        "HTTP/1.1 200 OK");
    expectFailure(() -> users().extractingPath("$.users[2]"), "$.users has no element 2: [");
    expectFailure(() -> users().extractingPath("$.users.name"), "$.users has no property name");
    expectFailure(() -> users().extractingPath("$.users[0].age[*]"), "has no elements: 36");
    expectFailure(() -> users().extractingPath("$.users").extractingPath("$[0].x"), "$.users[0].x");
    expectFailure(() -> users().hasPath("$.x"), "$.x", "but there is none");
    expectFailure(() -> users().hasPath("$.users[*].x"), "$.users[*].x", "but there is none");
    expectFailure(
        () -> users().doesNotHavePath("$['a.b']"), "no value at", "$['a.b']", "{\"c\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "users", "$users", "$.", "$..a", "$[", "$[a]", "$['a", "$[0", "$.a[]"})
  void pathThatIsNoneIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users().extractingPath(path))
        .withMessageContaining("Not a path");
  }

  @Test
  void bodyIsEqualWithoutRegardToOrderOfPropertiesAndKindsOfNumbers() {
    json("{'a':1,'b':[1.5,null,true,'x']}")
        .isEqualTo("{\"b\":[1.50,null,true,\"x\"],\"a\":1.0}")
        .isEqualTo(json("{'b':[1.5,null,true,'x'],'a':1}").actual())
        .isEqualToJson("{\"b\":[1.5,null,true,\"x\"],\"a\":1e0}");
    json("'text'").isEqualTo("\"text\"");
    json("{'name':'Ada','age':36}").isEqualTo(new User("Ada", 36));
    json("null").isEqualTo("null").isEqualTo(null).isNull();
    json("12345678901234567890").isEqualTo("12345678901234567890");
  }

  @Test
  void differencesAreListed() {
    expectFailure(
        () ->
            json("{'a':{'b':[1,2]},'c':'x','d':1}")
                .isEqualTo("{\"a\":{\"b\":[1,3]},\"c\":5,\"e\":null}"),
        "$.a.b[1]: expected 3 but was 2",
        "$.c: expected 5 but was \"x\"",
        "$.e: missing, expected null",
        "$.d: not expected, was 1",
        "HTTP/1.1 200 OK");
    expectFailure(() -> json("[1]").isEqualTo("[]"), "$: expected 0 elements but was 1");
    expectFailure(
        () -> users().extractingPath("$.users[0]").isEqualTo(new User("Ada", 37)),
        "$.users[0].age: expected 37 but was 36");
    expectFailure(
        () -> users().extractingPath("$.users[0].name").isEqualToJson("1"),
        "$.users[0].name: expected 1 but was \"Ada\"");
  }

  @Test
  void lenientComparisonAllowsMorePropertiesAndAnyOrder() {
    users()
        .isLenientlyEqualTo("{\"users\":[{\"name\":\"Alan\"},{\"age\":36}]}")
        .isLenientlyEqualTo(Map.of());
    // Only one way of pairing fits: the greedy one does not.
    json("[{'a':1,'b':1},{'a':1}]").isLenientlyEqualTo("[{\"a\":1},{\"b\":1}]");
    expectFailure(() -> json("[1,2]").isLenientlyEqualTo("[2,3]"), "$: no element for 3", "[1,2]");
    expectFailure(() -> json("[1,2]").isLenientlyEqualTo("[1]"), "expected 1 elements but was 2");
    expectFailure(() -> json("{}").isLenientlyEqualTo("{\"a\":null}"), "$.a: missing");
    users().extractingPath("$.users[*].name").isLenientlyEqualTo(List.of("Alan", "Ada"));
  }

  @Test
  void valuesAreOfAKind() {
    users().extractingPath("$.users[0].name").asString().startsWith("A");
    users().extractingPath("$.users[1].age").asNumber().isEqualByComparingTo("41");
    users().extractingPath("$['a.b']").asObject().containsOnlyKeys("c");
    json("[true,false]").extractingPath("$[0]").isTrue();
    json("[true,false]").extractingPath("$[1]").isFalse();
    expectFailure(() -> users().asArray(), "Expecting an array but was:", "HTTP/1.1 200 OK");
    expectFailure(() -> json("1").asString(), "Expecting a text but was:", "1");
    expectFailure(() -> json("'1'").asNumber(), "Expecting a number but was:", "\"1\"");
    expectFailure(() -> json("1").asObject(), "Expecting an object but was:");
    expectFailure(
        () -> users().extractingPath("$.users[0].name").asString().isEqualTo("Bob"),
        "JSON at $.users[0].name",
        "HTTP/1.1 200 OK",
        "Bob");
  }

  @Test
  void valueIsConverted() {
    users()
        .extractingPath("$.users[0]")
        .convertTo(User.class)
        .satisfies(user -> assertThat(user.age()).isEqualTo(36));
    expectFailure(
        () -> json("{'age':'old'}").convertTo(User.class),
        "Expecting JSON for:",
        User.class.getName(),
        "{\"age\":\"old\"}");
  }

  @Test
  void bodyThatIsNoJsonFails() {
    expectFailure(() -> json("<html>"), "The body is not JSON", "HTTP/1.1 200 OK", "<html>");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users().isEqualTo("no json"))
        .withMessageContaining("The expected value is not JSON");
  }
}
