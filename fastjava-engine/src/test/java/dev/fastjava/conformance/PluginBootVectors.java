package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recorded order in which plugins are loaded and the hooks of an application run. */
final class PluginBootVectors implements VectorFamily {
  @Override
  public String name() {
    return "plugin-boot";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return file.cases()
        .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> check(each.map())));
  }

  private static void check(Map<String, Object> each) {
    PluginBootRun run = new PluginBootRun(each);
    Map<?, ?> expected = (Map<?, ?>) each.get("expect");
    run.run();
    assertThat(run.events())
        .isEqualTo(
            ((List<?>) expected.get("events"))
                .stream().map(event -> ourCode(String.valueOf(event))).toList());
    if (expected.get("printPlugins") != null) {
      assertThat(run.printed()).isEqualTo(expected.get("printPlugins"));
    }
    assertThat((List<?>) expected.get("events")).isNotEmpty();
  }

  /** Where the reference lets a code of its boot library through, we give the code it documents. */
  private static String ourCode(String event) {
    return event.replace("AVV_ERR_ROOT_PLG_BOOTED:", "FST_ERR_ROOT_PLG_BOOTED:fastify-plugin: ");
  }
}
