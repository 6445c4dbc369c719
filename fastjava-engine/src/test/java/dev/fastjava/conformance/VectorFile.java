package dev.fastjava.conformance;

import dev.fastjava.testing.DirectoryProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded cases of one family.
 *
 * <p>They come from the test resources, or, when the system property {@value #DIRECTORIES} names
 * directories (separated by commas), from the files of these directories instead. A directory
 * without a file for the family adds nothing.
 */
public final class VectorFile {

  /** The system property that replaces the recorded cases by others. */
  public static final String DIRECTORIES = "fastjava.vectors.dir";

  private static final String RESOURCES = "/conformance/vectors/";

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100_000)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .build();

  private final String family;
  private final List<JsonNode> roots;

  private VectorFile(String family, List<JsonNode> roots) {
    this.family = family;
    this.roots = roots;
  }

  /** Whether the cases come from directories given by {@value #DIRECTORIES}. */
  public static boolean fromDirectories() {
    return DirectoryProperty.isSet(DIRECTORIES);
  }

  /** Reads the cases of a family; there are none when no directory given has its file. */
  public static VectorFile load(String family) {
    List<JsonNode> roots = new ArrayList<>();
    if (fromDirectories()) {
      for (Path directory : DirectoryProperty.directories(DIRECTORIES)) {
        Path file = directory.resolve(family + ".json");
        if (Files.exists(file)) {
          roots.add(read(() -> Files.newInputStream(file)));
        }
      }
    } else {
      roots.add(
          read(
              () -> {
                InputStream in = VectorFile.class.getResourceAsStream(RESOURCES + family + ".json");
                if (in == null) {
                  throw new IOException("no vectors for " + family);
                }
                return in;
              }));
      // Cases recorded after the collection, where the two were found to differ.
      InputStream found =
          VectorFile.class.getResourceAsStream(RESOURCES + "differential/" + family + ".json");
      if (found != null) {
        roots.add(read(() -> found));
      }
    }
    return new VectorFile(family, roots);
  }

  private interface Source {
    InputStream open() throws IOException;
  }

  private static JsonNode read(Source source) {
    // A reader, not the bytes: Jackson refuses names with lone surrogates in bytes.
    try (Reader in = new InputStreamReader(source.open(), StandardCharsets.UTF_8)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the family. */
  public String family() {
    return family;
  }

  /** The cases of the list {@code cases}, which most families have. */
  public Stream<Fields> cases() {
    return list("cases");
  }

  /** The cases of a named list, with tagged values replaced by what they mean. */
  public Stream<Fields> list(String name) {
    return roots.stream()
        .flatMap(root -> root.path(name).valueStream())
        .map(node -> Fields.of(VectorValues.decode(node)));
  }

  /**
   * The fields of an object in a vector file, read by name.
   *
   * @param map the decoded object
   */
  public record Fields(Map<String, @Nullable Object> map) {

    /** The fields of a decoded value, which must be an object or absent. */
    public static Fields of(@Nullable Object value) {
      return new Fields(value == null ? Collections.emptyMap() : object(value));
    }

    @SuppressWarnings("unchecked") // every decoded object has strings as keys
    private static Map<String, @Nullable Object> object(Object value) {
      return (Map<String, @Nullable Object>) value;
    }

    /** The name of the case. */
    public String id() {
      return text("id");
    }

    /** The feature the case belongs to. */
    public String group() {
      return text("group");
    }

    /** The tags of the case, often none. */
    public List<String> tags() {
      return texts("tags");
    }

    /** Whether the field is written, be it with {@code null}. */
    public boolean has(String name) {
      return map.containsKey(name);
    }

    /** The value of a field, null when it is null or absent. */
    public @Nullable Object get(String name) {
      return map.get(name);
    }

    /** A field that must be a string. */
    public String text(String name) {
      if (map.get(name) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException(name + " is not a text in " + map);
    }

    /** A field that is a string, null or absent. */
    public @Nullable String textOrNull(String name) {
      return map.get(name) == null ? null : text(name);
    }

    /** A field that is a boolean; false when absent. */
    public boolean flag(String name) {
      return Boolean.TRUE.equals(map.get(name));
    }

    /** A field that is a list of strings; empty when absent. */
    public List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      for (Object element : values(name)) {
        texts.add((String) element);
      }
      return texts;
    }

    /** A field that is a list; empty when absent. */
    public List<?> values(String name) {
      return map.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A field that is a list of objects; empty when absent. */
    public List<Fields> objects(String name) {
      List<Fields> objects = new ArrayList<>();
      for (Object element : values(name)) {
        objects.add(of(element));
      }
      return objects;
    }

    /** A field that is an object; without any field when absent. */
    public Fields object(String name) {
      return of(map.get(name));
    }

    /** The recorded outcome. */
    public Fields expect() {
      return object("expect");
    }
  }
}
