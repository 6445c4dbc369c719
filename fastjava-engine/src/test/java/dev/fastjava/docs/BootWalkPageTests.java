package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps the written walk of a boot true: a boot comes by its steps, in their order. */
class BootWalkPageTests {
  private WrittenWalk walk;

  @BeforeEach
  void readPage() throws Exception {
    walk = WrittenWalk.of("Boot.md");
  }

  @Test
  void everyStepOfTheWalkExistsWhereItSays() throws Exception {
    walk.requireSteps();
    assertThat(walk.steps()).hasSizeBetween(15, 20);
  }

  @Test
  void walkLeavesBootTwiceAndChangesThreadsTwice() {
    assertThat(walk.callsFrom("boot")).isEqualTo(2);
    assertThat(walk.threadChanges()).isEqualTo(2);
  }

  /** The last step of the walk that the caller is within. */
  private int step() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(frame -> numberOf(frame.getClassName(), frame.getMethodName()))
                    .max(Integer::compare)
                    .orElse(0));
  }

  private int numberOf(String className, String frameMethod) {
    String type = className.substring(className.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    String method = frameMethod.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    return walk.steps().stream()
        .filter(each -> each.type().equals(type) && each.method().equals(method))
        .mapToInt(WrittenWalk.Step::number)
        .findFirst()
        .orElse(0);
  }

  @Test
  void bootComesByTheStepsInTheirOrder() {
    List<Integer> steps = new CopyOnWriteArrayList<>();
    List<String> threads = new CopyOnWriteArrayList<>();
    Plugin plugin =
        (app, options) -> {
          steps.add(step());
          threads.add(Thread.currentThread().getName());
          app.post(
              "/",
              r ->
                  r.schema(s -> s.body(Map.of("type", "object")))
                      .validatorCompiler(
                          schema -> {
                            steps.add(step());
                            threads.add(Thread.currentThread().getName());
                            return value -> ValidationResult.valid();
                          }),
              (request, reply) -> null);
        };
    try (Fastjava app = Fastjava.create()) {
      app.onRegister((child, options) -> steps.add(step()));
      app.onRoute((route, context) -> steps.add(step()));
      app.registerWith(
          plugin,
          parent -> {
            steps.add(step());
            return PluginOptions.NONE;
          });
      app.onReady(() -> steps.add(step()));
      app.onListen(() -> steps.add(step()));
      Eventually.join(app.listen(o -> o.port(0)));
    }
    assertThat(steps).containsExactly(8, 9, 10, 12, 16, 17, 20);
    assertThat(threads).element(0).asString().startsWith("fastjava-plugin-");
    assertThat(threads).element(1).isEqualTo("fastjava-boot");
  }
}
