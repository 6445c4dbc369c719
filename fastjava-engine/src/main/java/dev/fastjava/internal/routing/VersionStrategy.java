package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.http.RawRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constraint {@code version}, matched with the header {@code accept-version}. */
final class VersionStrategy implements ConstraintStrategy {

  @Override
  public String name() {
    return "version";
  }

  @Override
  public Storage storage() {
    return new Versions();
  }

  @Override
  public boolean mustMatchWhenDerived() {
    return true;
  }

  @Override
  public void validate(Object value) {
    if (!(value instanceof String)) {
      throw new RouteException("Version should be a string");
    }
  }

  @Override
  public @Nullable Object derive(RawRequest request) {
    return request.header("accept-version");
  }

  /**
   * Every way to ask for a version is a key of its own: {@code 1.2.3}, and {@code 1.2.x}, {@code
   * 1.x}, {@code x} and their longer spellings for the highest version that they cover.
   */
  private static final class Versions implements Storage {

    private final Map<Object, Object> handlers = new HashMap<>();
    private final Map<String, Double> highestMinor = new HashMap<>();
    private final Map<String, Double> highestPatch = new HashMap<>();
    private double highestMajor;

    @Override
    public @Nullable Object get(Object value) {
      return handlers.get(value);
    }

    @Override
    public void set(Object value, Object stored) {
      String[] parts = value.toString().split("\\.", -1);
      double major = number(parts, 0);
      if (Double.isNaN(major)) {
        throw new RouteException("Major version must be a numeric value");
      }
      double minor = orZero(number(parts, 1));
      double patch = orZero(number(parts, 2));
      String first = text(major);
      String second = first + '.' + text(minor);
      if (major >= highestMajor) {
        highestMajor = major;
        handlers.put("x", stored);
        handlers.put("*", stored);
        handlers.put("x.x", stored);
        handlers.put("x.x.x", stored);
      }
      if (minor >= highestMinor.getOrDefault(first, 0.0)) {
        highestMinor.put(first, minor);
        handlers.put(first + ".x", stored);
        handlers.put(first + ".x.x", stored);
      }
      if (patch >= highestPatch.getOrDefault(second, 0.0)) {
        highestPatch.put(second, patch);
        handlers.put(second + ".x", stored);
      }
      handlers.put(second + '.' + text(patch), stored);
    }

    private static double number(String[] parts, int index) {
      if (index >= parts.length) {
        return Double.NaN;
      }
      String text = parts[index].strip();
      if (text.isEmpty()) {
        return 0;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean sign = i == 0 && text.length() > 1 && (c == '-' || c == '+');
        if ((c < '0' || c > '9') && !sign) {
          return Double.NaN;
        }
      }
      return Double.parseDouble(text);
    }

    private static double orZero(double number) {
      return Double.isNaN(number) ? 0 : number;
    }

    private static String text(double number) {
      return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
  }
}
