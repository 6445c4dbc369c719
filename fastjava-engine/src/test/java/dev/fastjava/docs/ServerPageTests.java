package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  /** A row of the table that names an option: the name, and the default, with a unit for times. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| ([\\d,]+)( s)? \\|");

  private static Map<String, Object> table() throws IOException {
    String page = Files.readString(PAGE);
    String limits = page.substring(page.indexOf("## Limits"), page.indexOf("## Time"));
    Map<String, Object> table = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(limits).results().toList()) {
      long number = Long.parseLong(row.group(2).replace(",", ""));
      table.put(row.group(1), row.group(3) == null ? number : Duration.ofSeconds(number));
    }
    return table;
  }

  @Test
  void everyOptionOfTheTableHasTheDefaultItSays() throws Exception {
    Map<String, Object> table = table();
    assertThat(table).hasSizeGreaterThan(10);
    for (Map.Entry<String, Object> row : table.entrySet()) {
      Object value = FastjavaOptions.defaults();
      for (String name : row.getKey().split("\\.", -1)) {
        value = value.getClass().getMethod(name).invoke(value);
      }
      Object found = value instanceof Number number ? (Object) number.longValue() : value;
      assertThat(found).as(row.getKey()).isEqualTo(row.getValue());
    }
  }

  @Test
  void everyLimitOfTheTransportIsInTheTable() throws Exception {
    List<String> limits = new ArrayList<>();
    for (Method method : HttpOptions.class.getMethods()) {
      boolean limit =
          method.getParameterCount() == 0
              && method.getDeclaringClass() == HttpOptions.class
              && List.of(int.class, long.class, Duration.class).contains(method.getReturnType());
      // How many threads there are is no limit for clients.
      if (limit && !method.getName().equals("eventLoopThreads")) {
        limits.add("http." + method.getName());
      }
    }
    assertThat(limits).hasSizeGreaterThan(10);
    assertThat(table().keySet()).containsAll(limits);
  }
}
