package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.HttpOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the table of limits true: its options exist, and have the defaults it says. */
class ServerPageTests {
  private static final Path PAGE = Path.of("../docs/Server.md");

  /** A row of the table that names an option: the name, and the default as a number. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| ([\\d,]+) \\|");

  private static Map<String, Long> table() throws IOException {
    String page = Files.readString(PAGE);
    String limits = page.substring(page.indexOf("## Limits"), page.indexOf("## Time"));
    Map<String, Long> table = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(limits).results().toList()) {
      table.put(row.group(1), Long.parseLong(row.group(2).replace(",", "")));
    }
    return table;
  }

  @Test
  void everyOptionOfTheTableHasTheDefaultItSays() throws Exception {
    Map<String, Long> table = table();
    assertThat(table).hasSizeGreaterThan(10);
    for (Map.Entry<String, Long> row : table.entrySet()) {
      Object value = new FastjavaOptions();
      for (String name : row.getKey().split("\\.", -1)) {
        value = value.getClass().getMethod(name).invoke(value);
      }
      assertThat(((Number) value).longValue()).as(row.getKey()).isEqualTo(row.getValue());
    }
  }

  @Test
  void everyLimitOfTheTransportIsInTheTable() throws Exception {
    List<String> limits = new ArrayList<>();
    for (Method method : HttpOptions.class.getMethods()) {
      boolean limit =
          method.getParameterCount() == 0
              && method.getDeclaringClass() == HttpOptions.class
              && (method.getReturnType() == int.class || method.getReturnType() == long.class);
      // How many threads there are is no limit for clients.
      if (limit && !method.getName().equals("eventLoopThreads")) {
        limits.add("http." + method.getName());
      }
    }
    assertThat(limits).hasSizeGreaterThan(10);
    assertThat(table().keySet()).containsAll(limits);
  }
}
