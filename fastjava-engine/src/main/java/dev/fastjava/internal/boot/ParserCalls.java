package dev.fastjava.internal.boot;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import java.util.Collection;
import java.util.regex.Pattern;

/** What the API has for the content-type parsers of a context. Reference: ContentTypeParser. */
interface ParserCalls extends Fastjava {
  /** The context itself. */
  Context context();

  @Override
  default Fastjava addContentTypeParser(String contentType, BodyParser parser) {
    context().parsers.add(contentType, parser);
    return this;
  }

  @Override
  default Fastjava addContentTypeParser(Pattern contentType, BodyParser parser) {
    context().parsers.add(contentType, parser);
    return this;
  }

  @Override
  default Fastjava addContentTypeParser(Collection<String> contentTypes, BodyParser parser) {
    contentTypes.forEach(type -> context().parsers.add(type, parser));
    return this;
  }

  @Override
  default boolean hasContentTypeParser(String contentType) {
    return context().parsers.has(contentType);
  }

  @Override
  default boolean hasContentTypeParser(Pattern contentType) {
    return context().parsers.has(contentType);
  }

  @Override
  default Fastjava removeContentTypeParser(String... contentTypes) {
    context().parsers.remove(contentTypes);
    return this;
  }

  @Override
  default Fastjava removeContentTypeParser(Pattern contentType) {
    context().parsers.remove(contentType);
    return this;
  }

  @Override
  default Fastjava removeAllContentTypeParsers() {
    context().parsers.removeAll();
    return this;
  }

  @Override
  default BodyParser defaultJsonParser(Poisoning onProto, Poisoning onConstructor) {
    Server server = context().server;
    return ParserScope.json(server, onProto, onConstructor, server.options.emptyJsonBody());
  }

  @Override
  default BodyParser defaultJsonParser(
      Poisoning onProto, Poisoning onConstructor, EmptyJsonBody onEmpty) {
    return ParserScope.json(context().server, onProto, onConstructor, onEmpty);
  }

  @Override
  default BodyParser defaultTextParser() {
    return ParserScope.TEXT;
  }
}
