package dev.fastjava.internal.request;

import dev.fastjava.internal.routing.PercentEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The default parser of query strings, with the results of fast-querystring: pairs separated by
 * {@code &}, {@code +} for a space, a list of texts for a key that occurs more than once. What is
 * not well-formed percent-encoding stays as it is.
 *
 * <p>Reference: Server, querystringParser.
 */
public final class QueryStringParser {

  private QueryStringParser() {}

  /**
   * Parses the end of a URL.
   *
   * @param url the URL
   * @param start where its query begins
   * @return the values by key in the order of the keys; a {@code String}, or a {@code List} of
   *     strings; a map of the caller's own
   */
  public static Map<String, Object> parse(String url, int start) {
    Map<String, Object> result = new LinkedHashMap<>();
    int length = url.length();
    int from = start;
    while (from < length) {
      int end = url.indexOf('&', from);
      if (end < 0) {
        end = length;
      }
      int equals = url.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        add(result, decode(url.substring(from, equals)), decode(url.substring(equals + 1, end)));
      } else if (end > from) {
        add(result, decode(url.substring(from, end)), "");
      }
      from = end + 1;
    }
    return result;
  }

  private static void add(Map<String, Object> result, String key, String value) {
    Object previous = result.putIfAbsent(key, value);
    if (previous instanceof Values values) {
      values.add(value);
    } else if (previous instanceof String first) {
      result.put(key, new Values(first, value));
    }
  }

  /**
   * The values of a key, told from a text by its type. Validation puts numbers and the like in the
   * place of texts: so it is no list of texts, for which Jackson would take it.
   */
  private static final class Values extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    Values(String first, String second) {
      super(List.of(first, second));
    }
  }

  private static String decode(String text) {
    String spaced = text.replace('+', ' ');
    String decoded = PercentEncoding.decode(spaced);
    return decoded == null ? spaced : decoded;
  }
}
