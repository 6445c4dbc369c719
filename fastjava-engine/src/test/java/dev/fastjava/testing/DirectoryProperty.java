package dev.fastjava.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories named by a system property, separated by commas. A relative one is looked for where
 * the tests run, which is the directory of the module, and then above it, so that a path given on
 * the command line of the whole build is found too.
 */
public final class DirectoryProperty {

  private DirectoryProperty() {}

  /** Whether the property names directories. */
  public static boolean isSet(String property) {
    return !System.getProperty(property, "").isBlank();
  }

  /**
   * Finds the directories.
   *
   * @throws IllegalArgumentException when one of them does not exist
   */
  public static List<Path> directories(String property) {
    return Stream.of(System.getProperty(property, "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> find(property, Path.of(name)))
        .toList();
  }

  private static Path find(String property, Path given) {
    return Stream.of(given, Path.of("..").resolve(given))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    property + " names no directory: " + given.toAbsolutePath()));
  }
}
