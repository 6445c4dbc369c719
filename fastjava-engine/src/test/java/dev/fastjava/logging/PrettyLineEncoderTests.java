package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrettyLineEncoderTests {
  private static RecordedLines pretty() {
    return new RecordedLines(o -> o.format(LogFormat.PRETTY).colored(false));
  }

  @Test
  void aLineHasTimeLevelMessageAndFields() {
    RecordedLines lines = pretty();
    lines
        .log
        .child(Map.of("reqId", "req-1"))
        .info(Map.of("res", Map.of("statusCode", 200)), "done");

    assertThat(lines.text())
        .matches(
            "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  done reqId=\"req-1\""
                + " res=\\{\"statusCode\":200}\n");
  }

  @Test
  void theStackOfAnErrorFollowsIndented() {
    RecordedLines lines = pretty();
    lines.log.error(new IllegalStateException("broken"));

    List<String> text = lines.lines();
    assertThat(text.get(0))
        .matches(
            "\\S+ ERROR broken err=\\{\"type\":\"IllegalStateException\",\"message\":\"broken\"}");
    assertThat(text.get(1)).isEqualTo("    java.lang.IllegalStateException: broken");
    assertThat(text.subList(2, text.size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("        at "));
  }

  @Test
  void textOfSeveralLinesIsIndented() {
    RecordedLines lines = pretty();
    lines.log.info("a\nb\r\nc\rd");

    assertThat(lines.lines().subList(1, 4)).containsExactly("    b", "    c", "    d");
  }

  @Test
  void noTextCanForgeALineOrSteerTheTerminal() {
    RecordedLines lines = pretty();
    String evil = "x\n12:00:00.000 INFO  forged\u001b[2J\u009b1m\u0007\u2028";
    lines.log.child(Map.of(evil, evil)).info(Map.of(evil, evil), evil);
    lines.log.error(new IllegalStateException(evil));

    assertThat(lines.lines()).filteredOn(line -> !line.startsWith("    ")).hasSize(2);
    assertThat(lines.text().chars().filter(c -> c != '\n' && (c < ' ' || (c >= 0x7f && c < 0xa0))))
        .isEmpty();
    assertThat(lines.text()).contains("\\u001b[2J");
  }

  @Test
  void redactionHoldsHereToo() {
    RecordedLines lines =
        new RecordedLines(
            o -> o.format(LogFormat.PRETTY).colored(false).redact("a.b", "err.stack"));
    lines.log.info(Map.of("a", Map.of("b", 1)));
    lines.log.error(new IllegalStateException("x"));

    assertThat(lines.lines()).hasSize(2);
    assertThat(lines.lines().get(0)).endsWith("a={\"b\":\"[Redacted]\"}");
    assertThat(lines.lines().get(1)).endsWith("\"stack\":\"[Redacted]\"}");
  }

  @Test
  void coloursAreOffUnlessAskedForOrOnATerminal() {
    RecordedLines plain = new RecordedLines(o -> o.format(LogFormat.PRETTY));
    plain.log.info("m");
    assertThat(plain.text()).doesNotContain("\u001b");

    RecordedLines colored = new RecordedLines(o -> o.format(LogFormat.PRETTY).colored(true));
    colored.log.warn(Map.of("a", 1), "m");
    assertThat(colored.text()).contains("\u001b[33m WARN ").endsWith("\u001b[39m=1\n");
  }
}
