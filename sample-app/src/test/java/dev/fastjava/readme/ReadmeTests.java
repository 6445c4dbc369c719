package dev.fastjava.readme;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.test.FastjavaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The shortest applications, as the README shows them. */
@FastjavaTest
class ReadmeTests {

  @ParameterizedTest
  @ValueSource(classes = {HelloSpring.class, HelloEngine.class})
  void theReadmeShowsTheExamples(Class<?> example) throws IOException {
    String source = Files.readString(Path.of("src/test/java", fileOf(example)));
    String shown = source.substring(source.indexOf("import "));
    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + shown + "```");
  }

  private static String fileOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".java";
  }

  @Test
  void theSpringExampleAnswers(@Autowired Inject inject) {
    assertThat(inject.get("/hello/Ada")).hasStatus(200).hasBody("{\"hello\":\"Ada\"}");
    assertThat(inject.get("/hello/A")).hasStatus(400);
  }

  @Test
  void theEngineExampleAnswers() {
    try (Fastjava app = HelloEngine.app()) {
      assertThat(app.inject("/hello/Ada")).hasStatus(200).hasBody("{\"hello\":\"Ada\"}");
      assertThat(app.inject("/hello/A")).hasStatus(400);
    }
  }
}
