package dev.fastjava.internal.boot;

import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.spi.WarningListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The warnings of boot. Reference: Warnings. */
final class Warnings {
  private static final Logger LOG = LoggerFactory.getLogger("dev.fastjava");

  private final @Nullable WarningListener listener;

  /** What is said once, by its code and what it is about. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Warnings(@Nullable WarningListener listener) {
    this.listener = listener;
  }

  void missingSchema(String part, String method, String url) {
    warn(
        "FSTWRN001",
        "The %s schema for %s: %s is missing. This may indicate the schema is not well specified."
            .formatted(part, method, url));
  }

  void errorHandlerOverridden() {
    warn(
        "FSTWRN004",
        "It seems that you are overriding an errorHandler in the same scope, which can lead to"
            + " subtle bugs. To disable this behavior, set 'allowErrorHandlerOverride' to false.");
  }

  void contentTypePattern(String pattern) {
    warn(
        "FSTSEC001",
        ("You are using /%s/ Content-Type which may be vulnerable to CORS attack. Please make sure"
                + " your Pattern starts with \"^\" or includes \";?\", so that the media type is"
                + " found where it is.")
            .formatted(pattern));
  }

  void headerReferences(@Nullable Object schema, String method, String url) {
    String other = HeaderReferences.toOthers(schema);
    if (other != null) {
      warn(
          "FSTSEC002",
          ("The headers schema of %s:%s refers to another schema (%s). Names in there keep their"
                  + " letters, but headers of requests are in lower case: required and"
                  + " dependencies may not hold. Write the schema of headers in place.")
              .formatted(method, url, other));
    }
    String names = HeaderReferences.ofNames(schema);
    if (names != null) {
      warn(
          "FSTSEC003",
          ("The headers schema of %s:%s has a reference (%s) in propertyNames. Names in there keep"
                  + " their letters, but headers of requests are in lower case: names may be let"
                  + " through, or refused, that should not be. Write the rule in place.")
              .formatted(method, url, names));
    }
  }

  /** What a plugin without a context of its own is given for that context has no effect. */
  void optionsOfShared(String plugin, List<String> options) {
    warn(
        "FJVWRN007",
        ("The plugin %s is shared: it has no context of its own, and %s given to it %s no effect"
                + " unless it reads the options itself. Set them on the context that it is"
                + " registered in, or register it without sharing.")
            .formatted(plugin, String.join(", ", options), options.size() == 1 ? "has" : "have"));
  }

  /** Said once: whoever writes one path so writes all of them so. */
  void bracesInPath(String method, String url, String place) {
    if (told.add("FJVWRN003")) {
      warn(
          "FJVWRN003",
          ("The path of route %s:%s%s has braces, which are text here: parameters are written :id,"
                  + " not {id}.")
              .formatted(method, url, place));
    }
  }

  void queryInPath(String method, String url, String place) {
    warn(
        "FJVWRN004",
        ("The path of route %s:%s%s has a query or a fragment, which no path of a request has: it"
                + " is never found.")
            .formatted(method, url, place));
  }

  void repeatedParameter(String name, String method, String url, String place) {
    warn(
        "FJVWRN005",
        "The path of route %s:%s%s has two parameters of the name %s: requests see the last one only."
            .formatted(method, url, place, name));
  }

  /** Said once for a path: its HEAD route has the same schema. */
  void missingParameter(String name, String method, String url) {
    if (told.add("FJVWRN008 " + name + ' ' + url)) {
      warn(
          "FJVWRN008",
          ("The params schema of route %s:%s requires %s, which is no parameter of the path: every"
                  + " request is refused.")
              .formatted(method, url, name));
    }
  }

  void droppedProperties(ResponseSchema schema, Set<String> names) {
    warn(
        "FJVWRN001",
        "The response schema for %s:%s%s dropped properties of a reply: %s"
            .formatted(
                schema.method(),
                schema.url(),
                schema.httpStatus() == null ? "" : " (" + schema.httpStatus() + ")",
                String.join(", ", names)));
  }

  void schemasInHandler(String method, String url) {
    warn(
        "FJVWRN002",
        ("The handler of %s:%s compiles schema after schema. Each object is compiled on its own:"
                + " make schemas once, outside of handlers, and use the same objects again.")
            .formatted(method, url));
  }

  /** Said once for a type: it is as good as told for all routes. */
  void emptyInView(String part, String type, String view, String method, String url) {
    if (!told.add("FJVWRN006 " + type + ' ' + view)) {
      return;
    }
    warn(
        "FJVWRN006",
        ("No property of %s is in the view %s of %s:%s (%s): none is read or written. Annotate"
                + " them, or enable MapperFeature.DEFAULT_VIEW_INCLUSION.")
            .formatted(type, view, method, url, part));
  }

  /** The warning of a plugin, of which any thread may tell. */
  void custom(CustomWarningCode code, String place, Object... arguments) {
    if (!code.once() || told.add(code.code())) {
      warn(code.code(), code.message(arguments) + " (in " + place + ')');
    }
  }

  private void warn(String code, String message) {
    if (listener == null) {
      LOG.warn("[{}] {}", code, message);
    } else {
      listener.warn(code, message);
    }
  }
}
