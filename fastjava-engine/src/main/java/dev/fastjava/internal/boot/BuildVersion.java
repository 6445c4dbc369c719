package dev.fastjava.internal.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build gave the engine. */
final class BuildVersion {
  private static final String SNAPSHOT = "-SNAPSHOT";

  static final String UNBUILT = "999.0.0";

  /** A semantic version. A snapshot has that of the release which it becomes, for plugins too. */
  static final String VERSION = semantic(read());

  private BuildVersion() {}

  private static String read() {
    Properties built = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("fastjava-engine is not complete: version.properties");
      }
      built.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return built.getProperty("version", "");
  }

  /** Returns the version; what no build has made, but another tool, is newer than any release. */
  static String semantic(String built) {
    if (built.isEmpty() || built.startsWith("${")) {
      return UNBUILT;
    }
    return built.endsWith(SNAPSHOT)
        ? built.substring(0, built.length() - SNAPSHOT.length())
        : built;
  }
}
