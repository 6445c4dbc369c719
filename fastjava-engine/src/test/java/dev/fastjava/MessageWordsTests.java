package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages speak of Java, but for those that a recorded case has as they are. */
class MessageWordsTests {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RECORDED = Path.of("src/test/resources");

  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\[object |getter, setter|fastify-plugin|\\bundefined\\b|\\b[Aa]sync"
              + " function|\\bPromise\\b"
              + "|\\btypeof\\b|\\bfunction\\b|\\bRegExp\\b|\\b(?<!Byte)Buffer\\b|JavaScript");

  /** Texts with such words, and what is recorded with them. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "[object String]", "hook should be a function, instead got [object String]",
          "[object Object]", "[object Object]",
          "Promise errored, but reply.sent", "Promise errored, but reply.sent = true was set",
          "or to resolve a Promise", "You may have forgotten to call 'done' function or to resolve",
          // A plugin without a name, an error without a message, an input validated as no part.
          "\"undefined\"", "fastify-plugin: undefined - expected");

  /** The templates of the codes are compared with the recorded ones by {@link ErrorCodeTests}. */
  private static final List<String> COMPARED_ELSEWHERE = List.of("ErrorCode.java");

  private static Stream<Path> files(Path root, String ending) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> foreignTexts(Path file) {
    return read(file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("@"))
        .map(line -> line.replaceFirst("\\s// .*", ""))
        .flatMap(line -> LITERAL.matcher(line).results().map(found -> found.group()))
        .filter(text -> FOREIGN.matcher(text).find())
        .filter(text -> NEEDED.keySet().stream().noneMatch(text::contains))
        .map(text -> file.getFileName() + ": " + text);
  }

  @Test
  void textsHaveNoWordsOfAnotherLanguage() {
    assertThat(
            files(SOURCES, ".java")
                .filter(file -> !COMPARED_ELSEWHERE.contains(file.getFileName().toString()))
                .flatMap(MessageWordsTests::foreignTexts))
        .isEmpty();
  }

  @Test
  void whatIsExceptedIsRecorded() {
    List<String> recorded =
        Stream.of(".json", ".tsv")
            .flatMap(e -> files(RECORDED, e))
            .map(MessageWordsTests::read)
            .toList();
    NEEDED.forEach(
        (text, evidence) ->
            assertThat(recorded.stream().anyMatch(content -> content.contains(evidence)))
                .as(text)
                .isTrue());
  }

  @Test
  void whatIsNoHookOfAPhaseIsToldWithTheTypesThatAre() {
    try (Fastjava app = Fastjava.create()) {
      PayloadHook other = (request, reply, payload) -> payload;
      assertThatThrownBy(() -> app.addHook("onRequest", other))
          .hasMessage(
              "onRequest hook should be a function, instead got a PayloadHook (onRequest takes"
                  + " Hook, Hook.Async, Hook.Callback)");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may pass
  void aPluginThatIsNullIsToldSo() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.register((Plugin) null))
          .hasMessage(
              "fastify-plugin: Plugin must be a Plugin, an Plugin.Async or a Plugin.Callback."
                  + " Received: null");
    }
  }
}
