package dev.fastjava.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the service writes under each profile, started in a process of its own. */
class ProfilesTests {
  private static final Pattern BOOT_LINE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ +(TRACE|DEBUG|INFO|WARN|ERROR) \\d+ --- .*");

  /** The output of a service that has answered a request for an unknown order. */
  private static List<String> outputOf(boolean logsRequests, String... arguments) throws Exception {
    try (SampleProcess sample = SampleProcess.serving(arguments)) {
      HttpRequest request = HttpRequest.newBuilder(sample.uri("/v1/orders/99")).build();
      assertThat(sample.send(request).statusCode()).isEqualTo(404);
      if (logsRequests) {
        sample.awaitLine(line -> line.contains("request completed") && line.contains("404"));
      }
      sample.terminate();
      return sample.awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "development"})
  void inDevelopmentAndWithoutProfileLinesArePretty(String profile) throws Exception {
    List<String> lines = outputOf(true, "--spring.profiles.active=" + profile);
    assertThat(lines)
        .as("Boot's lines and those of the server have one form")
        .anyMatch(line -> BOOT_LINE.matcher(line).matches() && line.contains("Starting Sample"))
        .anyMatch(
            line ->
                BOOT_LINE.matcher(line).matches()
                    && line.contains(": incoming request reqId=req-")
                    && line.contains(" req={\"method\":\"GET\",\"url\":\"/v1/orders/99\""))
        .anyMatch(line -> line.contains("res={\"statusCode\":404} responseTime="));
  }

  @Test
  void inProductionEveryLineIsJson() throws Exception {
    List<Map<String, Object>> lines = json(outputOf(true, "--spring.profiles.active=production"));
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line).containsKeys("level", "time", "pid", "hostname", "name", "msg"))
        .anyMatch(line -> line.get("name").toString().startsWith("com.zaxxer.hikari"))
        .anyMatch(
            line ->
                line.get("msg").equals("incoming request")
                    && line.get("level").equals(30)
                    && line.get("req") instanceof Map<?, ?> req
                    && "/v1/orders/99".equals(req.get("url"))
                    && String.valueOf(line.get("reqId")).startsWith("req-"))
        .anyMatch(
            line ->
                line.get("msg").equals("request completed")
                    && Map.of("statusCode", 404).equals(line.get("res")));
  }

  @Test
  void inTestsNothingIsWritten() throws Exception {
    assertThat(outputOf(false, "--spring.profiles.active=test")).isEmpty();
  }

  @Test
  void aPropertyOverridesTheProfile() throws Exception {
    assertThat(
            json(outputOf(true, "--spring.profiles.active=test", "--fastjava.logging.form=json")))
        .anyMatch(line -> line.get("msg").equals("incoming request"));
  }

  private static List<Map<String, Object>> json(List<String> lines) {
    return lines.stream()
        .map(
            line ->
                JsonMapper.shared().readValue(line, new TypeReference<Map<String, Object>>() {}))
        .toList();
  }
}
