package dev.fastjava.assertj;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares media types as far as a test wants them compared. */
final class MediaTypeMatch {
  private MediaTypeMatch() {}

  /** Whether a range such as {@code text/*} with parameters includes a media type. */
  static boolean includes(String range, @Nullable String mediaType) {
    return mediaType != null
        && essenceMatches(essence(range), essence(mediaType))
        && parameters(mediaType).containsAll(parameters(range));
  }

  private static String essence(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean essenceMatches(String range, String mediaType) {
    return range.equals("*/*")
        || (range.endsWith("/*")
            ? mediaType.startsWith(range.substring(0, range.length() - 1))
            : mediaType.equals(range));
  }

  private static Set<String> parameters(String mediaType) {
    return Arrays.stream(mediaType.split(";", -1))
        .skip(1)
        .map(parameter -> parameter.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
        .filter(parameter -> !parameter.isEmpty())
        .collect(Collectors.toSet());
  }
}
