package dev.fastjava.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one list of recorded cases that have no meaning for a Java user, each with the reason.
 *
 * <p>A line is {@code vectors FAMILY/ID: reason} for one case, {@code vectors FAMILY#TAG: reason}
 * for all cases of the family with a tag; {@code scenarios AREA/NAME: reason} and {@code scenarios
 * AREA#TAG: reason} alike, where {@code *} stands for every area. Empty lines and lines that begin
 * with {@code //} say nothing.
 */
public final class NotApplicable {

  private static final String FILE = "/conformance/not-applicable.txt";

  private final List<Entry> entries;
  private final Set<Entry> used = new LinkedHashSet<>();

  private record Entry(String kind, String family, String name, boolean tag, String reason) {}

  private NotApplicable(List<Entry> entries) {
    this.entries = entries;
  }

  /** Reads the list for {@code "vectors"} or {@code "scenarios"}. */
  public static NotApplicable load(String kind) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines(FILE)) {
      Entry entry = parse(line);
      if (entry.kind.equals(kind)) {
        entries.add(entry);
      }
    }
    return new NotApplicable(entries);
  }

  private static Entry parse(String line) {
    int space = line.indexOf(' ');
    int colon = line.indexOf(": ", space);
    if (space < 0 || colon < 0) {
      throw new IllegalArgumentException("not an entry with a reason: " + line);
    }
    String what = line.substring(space + 1, colon);
    int tag = what.indexOf('#');
    int end = tag >= 0 ? tag : what.indexOf('/');
    return new Entry(
        line.substring(0, space),
        what.substring(0, end),
        what.substring(end + 1),
        tag >= 0,
        line.substring(colon + 2).strip());
  }

  /** The meaningful lines of a resource; none when there is no such resource. */
  static List<String> lines(String resource) {
    try (InputStream in = NotApplicable.class.getResourceAsStream(resource)) {
      if (in == null) {
        return List.of();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a case does not apply; null when it does. */
  public @Nullable String reason(String family, String id, List<String> tags) {
    for (Entry entry : entries) {
      boolean sameFamily = entry.family.equals(family) || entry.family.equals("*");
      if (sameFamily && (entry.tag ? tags.contains(entry.name) : entry.name.equals(id))) {
        synchronized (used) {
          used.add(entry);
        }
        return entry.reason;
      }
    }
    return null;
  }

  /** The entries that kept a case out so far, one line each. */
  public List<String> report() {
    synchronized (used) {
      return used.stream()
          .map(
              entry ->
                  entry.kind
                      + ' '
                      + entry.family
                      + (entry.tag ? '#' : '/')
                      + entry.name
                      + ": "
                      + entry.reason)
          .toList();
    }
  }
}
