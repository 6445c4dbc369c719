package dev.fastjava.internal.boot;

import dev.fastjava.BodyParser;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.json.JsonBodyReader;
import dev.fastjava.internal.json.Utf8Decoder;
import dev.fastjava.internal.lifecycle.JsonBodies;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content-type parsers of one context.
 *
 * <p>Reference: ContentTypeParser.
 */
final class ParserScope {
  /** The built-in text parser. */
  static final BodyParser TEXT = BodyParser.bytes((request, bytes) -> Utf8Decoder.decode(bytes));

  private final Server server;
  private final ContentTypeTable.Builder<BodyParser> table;

  /** What the routes of this context share; null when parsers changed since. */
  private @Nullable ContentTypeTable<BodyParser> built;

  /** Makes the scope of the root, with the built-in parsers. */
  ParserScope(Server server) {
    this.server = server;
    this.table =
        ContentTypeTable.<BodyParser>builder(server.runtime.seenTypes())
            .addDefault(
                "application/json",
                json(
                    server,
                    server.options.onProtoPoisoning(),
                    server.options.onConstructorPoisoning(),
                    server.options.emptyJsonBody()))
            .addDefault("text/plain", TEXT);
  }

  private ParserScope(Server server, ContentTypeTable.Builder<BodyParser> table) {
    this.server = server;
    this.table = table;
  }

  /** A parser of JSON. */
  static BodyParser json(
      Server server, Poisoning onProto, Poisoning onConstructor, EmptyJsonBody onEmpty) {
    JsonBodyReader reader = new JsonBodyReader(server.json.reader, onProto, onConstructor);
    return server.runtime.jsonParser(new JsonBodies(reader, onEmpty == EmptyJsonBody.NONE));
  }

  ParserScope child() {
    return new ParserScope(server, table().toBuilder());
  }

  void add(String contentType, BodyParser parser) {
    changing("addContentTypeParser").add(contentType, required(parser));
  }

  void add(Pattern contentType, BodyParser parser) {
    changing("addContentTypeParser").add(contentType, required(parser));
    if (!ContentTypeTable.Builder.looksAtEssence(contentType)) {
      server.warnings.contentTypePattern(contentType.pattern());
    }
  }

  private static BodyParser required(@Nullable BodyParser parser) {
    if (parser == null) {
      throw ErrorCode.FST_ERR_CTP_INVALID_HANDLER.error();
    }
    return parser;
  }

  boolean has(String contentType) {
    return table.has(contentType);
  }

  boolean has(Pattern contentType) {
    return table.has(contentType);
  }

  void remove(String... contentTypes) {
    List.of(contentTypes).forEach(changing("removeContentTypeParser")::remove);
  }

  void remove(Pattern contentType) {
    changing("removeContentTypeParser").remove(contentType);
  }

  void removeAll() {
    changing("removeAllContentTypeParsers").removeAll();
  }

  /** The parsers, to change them: before the start only. */
  private ContentTypeTable.Builder<BodyParser> changing(String method) {
    if (server.isStarted()) {
      throw ErrorCode.FST_ERR_CTP_INSTANCE_ALREADY_STARTED.error(method);
    }
    built = null;
    return table;
  }

  ContentTypeTable<BodyParser> table() {
    ContentTypeTable<BodyParser> current = built;
    if (current == null) {
      current = table.build();
      built = current;
    }
    return current;
  }
}
