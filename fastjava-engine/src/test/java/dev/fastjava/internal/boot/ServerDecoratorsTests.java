package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code setDecorator} is allowed while requests are served, which read the map meanwhile. */
class ServerDecoratorsTests {
  @Test
  void theMapThatRequestsReadIsReplacedAndNeverChanged() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      ServerDecorators decorators = new ServerDecorators(app, null);
      decorators.add("value", 1);
      Map<?, ?> read = own(decorators);
      Map<?, ?> before = new LinkedHashMap<>(read);

      decorators.set("value", 2);
      decorators.add("other", 3);

      assertThat(read).isEqualTo(before);
      assertThat(decorators.get("value")).isEqualTo(2);
      assertThat(own(decorators)).hasSize(2);
    }
  }

  private static Map<?, ?> own(ServerDecorators decorators) throws Exception {
    Field own = ServerDecorators.class.getDeclaredField("own");
    own.setAccessible(true);
    return (Map<?, ?>) own.get(decorators);
  }
}
