package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fastjava.Fastjava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildVersionTests {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    Matcher ofParent = VERSION.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(ofParent.find()).isTrue();
    try (Fastjava app = Fastjava.create()) {
      assumeThat(app.version()).as("compiled by the build").isNotEqualTo(BuildVersion.UNBUILT);
      assertThat(app.version()).isEqualTo(ofParent.group(1).replace("-SNAPSHOT", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({"1.2.3, 1.2.3", "1.2.3-SNAPSHOT, 1.2.3", "2.0.0-rc.1, 2.0.0-rc.1", "${v}, 999.0.0"})
  void aSnapshotHasTheVersionOfItsRelease(String built, String version) {
    assertThat(BuildVersion.semantic(built)).isEqualTo(version);
  }
}
