package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * Where a reply could not be written, for those who run the application. Travels with the error as
 * a suppressed one: its message, which clients see, stays that of the reference, and the stack
 * trace in the log shows route, status, path and class, and what mends it.
 */
public final class ReplyPlace extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String property;
  private final @Nullable String owner;
  private @Nullable String route;

  /** Notes an object without a value for a property that its schema requires. */
  ReplyPlace(String property, Class<?> owner) {
    super(null, null, false, false);
    this.property = property;
    this.owner = owner.getTypeName();
  }

  private ReplyPlace() {
    super(null, null, false, false);
    property = null;
    owner = null;
  }

  /**
   * Completes what an error tells, unless it has been told which route it belongs to.
   *
   * @param route method, url and status
   * @param written what there was of the reply when it failed
   */
  public static void add(SerializationException error, String route, Utf8Output written) {
    ReplyPlace place = null;
    for (Throwable known : error.getSuppressed()) {
      if (known instanceof ReplyPlace noted) {
        place = noted;
      }
    }
    if (place == null) {
      place = new ReplyPlace();
      error.addSuppressed(place);
    }
    if (place.route == null) {
      String path = PartialOutput.path(written, place.property);
      place.route = path == null ? route : route + ", at \"" + path + '"';
    }
  }

  @Override
  public String getMessage() {
    StringBuilder text = new StringBuilder("This reply cannot be written");
    if (route != null) {
      text.append(": ").append(route);
    }
    if (property != null) {
      text.append("; a ").append(owner).append(" has no value for \"").append(property);
      text.append("\": set it, or declare it nullable (as an Optional or @Nullable member,");
      text.append(" or by leaving it out of \"required\")");
    }
    return text.toString();
  }

  /** Without the name of the class, which tells a reader nothing. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // it is the class name that has to go
  public String toString() {
    return getMessage();
  }
}
