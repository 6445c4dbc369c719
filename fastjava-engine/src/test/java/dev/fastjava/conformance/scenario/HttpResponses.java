package dev.fastjava.conformance.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP/1 responses in the bytes of a connection.
 *
 * @param views one view for each response, as it would be recorded
 * @param complete how many of them are over for certain while the connection stays open
 */
record HttpResponses(List<Map<String, @Nullable Object>> views, int complete) {
  private static final Pattern STATUS_LINE = Pattern.compile("^HTTP/\\d\\.\\d (\\d{3})");

  /**
   * Reads all responses.
   *
   * @param methods the methods of the requests; GET for those it does not name
   */
  static HttpResponses parse(byte[] bytes, List<String> methods) {
    return new Reader(new String(bytes, ISO_8859_1), methods).read();
  }

  /** Puts a body into a view: as text when it is one. */
  static void body(byte[] bytes, Map<String, @Nullable Object> view) {
    String text = new String(bytes, UTF_8);
    if (text.indexOf('\uFFFD') < 0 && Arrays.equals(text.getBytes(UTF_8), bytes)) {
      view.put("body", text);
    } else {
      view.put("bodyBase64", Base64.getEncoder().encodeToString(bytes));
    }
  }

  /** Reads bytes as characters, one each. */
  private static final class Reader {
    private final String text;
    private final List<String> methods;
    private final List<Map<String, @Nullable Object>> views = new ArrayList<>();
    private int position;
    private int finals;
    private int complete;

    Reader(String text, List<String> methods) {
      this.text = text;
      this.methods = methods;
    }

    HttpResponses read() {
      boolean more = true;
      while (more && position < text.length()) {
        more = response();
      }
      return new HttpResponses(views, complete);
    }

    private boolean response() {
      Map<String, @Nullable Object> view = new LinkedHashMap<>();
      views.add(view);
      int end = text.indexOf("\r\n\r\n", position);
      if (end < 0) {
        view.put("incomplete", text.substring(position));
        return false;
      }
      String[] lines = text.substring(position, end).split("\r\n", -1);
      position = end + 4;
      Matcher status = STATUS_LINE.matcher(lines[0]);
      if (!status.find()) {
        view.put("invalid", lines[0]);
        return false;
      }
      int code = Integer.parseInt(status.group(1));
      Map<String, @Nullable Object> headers = headers(lines);
      view.put("status", code);
      view.put("headers", headers);
      if (code < 200) {
        complete++;
        return true;
      }
      String method = finals < methods.size() ? methods.get(finals) : "GET";
      finals++;
      if (method.equals("HEAD") || code == 204 || code == 304) {
        view.put("body", "");
        complete++;
        return true;
      }
      if (String.valueOf(headers.get("transfer-encoding")).contains("chunked")) {
        return chunked(view);
      }
      Object length = headers.get("content-length");
      if (length != null) {
        return sized(view, Integer.parseInt(length.toString()));
      }
      body(text.substring(position).getBytes(ISO_8859_1), view);
      position = text.length();
      return true;
    }

    private static Map<String, @Nullable Object> headers(String[] lines) {
      Map<String, @Nullable Object> headers = new LinkedHashMap<>();
      for (String line : Arrays.asList(lines).subList(1, lines.length)) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        Object before = headers.get(name);
        if (before == null) {
          headers.put(name, value);
        } else {
          List<Object> all =
              new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
          all.add(value);
          headers.put(name, all);
        }
      }
      return headers;
    }

    private boolean sized(Map<String, @Nullable Object> view, int length) {
      int end = Math.min(text.length(), position + length);
      body(text.substring(position, end).getBytes(ISO_8859_1), view);
      if (position + length > text.length()) {
        view.put("truncated", true);
      } else {
        complete++;
      }
      position += length;
      return true;
    }

    private boolean chunked(Map<String, @Nullable Object> view) {
      StringBuilder body = new StringBuilder();
      Map<String, @Nullable Object> trailers = new LinkedHashMap<>();
      boolean whole = false;
      int lineEnd = text.indexOf("\r\n", position);
      while (lineEnd >= 0) {
        int size = Integer.parseInt(text.substring(position, lineEnd).replaceFirst(";.*", ""), 16);
        position = lineEnd + 2;
        if (size == 0) {
          whole = trailers(trailers);
          break;
        }
        body.append(
            text, Math.min(position, text.length()), Math.min(position + size, text.length()));
        position += size + 2;
        lineEnd = text.indexOf("\r\n", position);
      }
      body(body.toString().getBytes(ISO_8859_1), view);
      if (!trailers.isEmpty()) {
        view.put("trailers", trailers);
      }
      if (whole) {
        complete++;
      } else {
        view.put("truncated", true);
      }
      return whole;
    }

    /** Whether the trailer section was complete. */
    private boolean trailers(Map<String, @Nullable Object> trailers) {
      int end = text.indexOf("\r\n", position);
      while (end >= 0) {
        String line = text.substring(position, end);
        position = end + 2;
        if (line.isEmpty()) {
          return true;
        }
        int colon = line.indexOf(':');
        trailers.put(
            line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
        end = text.indexOf("\r\n", position);
      }
      return false;
    }
  }
}
