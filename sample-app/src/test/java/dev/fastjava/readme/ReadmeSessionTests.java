package dev.fastjava.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.sample.SampleProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends what the README sends to the service, in a process of its own, and expects its answers. */
class ReadmeSessionTests {
  private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private record Exchange(String command, String answer) {}

  @Test
  void theServiceGivesTheAnswersOfTheReadme() throws Exception {
    List<Exchange> session = session();
    assertThat(session).hasSizeGreaterThan(5);
    try (SampleProcess sample = SampleProcess.serving()) {
      for (Exchange exchange : session) {
        assertThat(sample.send(request(exchange.command(), sample)).body())
            .as(exchange.command())
            .isEqualTo(exchange.answer());
      }
    }
  }

  private static List<Exchange> session() throws IOException {
    List<Exchange> session = new ArrayList<>();
    String readme = Files.readString(Path.of("../README.md"));
    for (MatchResult block : SESSION.matcher(readme).results().toList()) {
      Iterator<String> lines = block.group(1).lines().filter(line -> !line.isBlank()).iterator();
      while (lines.hasNext()) {
        String command = lines.next();
        assertThat(command).startsWith("$ curl ");
        session.add(new Exchange(command.substring("$ curl ".length()), lines.next()));
      }
    }
    return session;
  }

  /** Understands what the README uses of curl, and nothing else. */
  private static HttpRequest request(String command, SampleProcess sample) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    String body = null;
    Iterator<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .iterator();
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "-s" -> {}
        case "-X" -> method = words.next();
        case "-H" -> {
          String[] header = words.next().split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> {
          method = "POST";
          body = words.next();
        }
        default -> {
          assertThat(word).startsWith("localhost:8080/");
          request.uri(moved(word, sample));
        }
      }
    }
    return request
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static URI moved(String url, SampleProcess sample) {
    return sample.uri(url.substring("localhost:8080".length()));
  }
}
