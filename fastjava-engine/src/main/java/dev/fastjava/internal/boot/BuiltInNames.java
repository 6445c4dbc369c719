package dev.fastjava.internal.boot;

import java.util.Set;

/** Names that servers, requests and replies have without decorators. */
final class BuiltInNames {
  static final Set<String> SERVER =
      names(
          """
          get head post put patch delete options trace query all route hasRoute
          findRoute log withTypeProvider addHook addSchema getSchema getSchemas
          setValidatorCompiler setSerializerCompiler setSchemaController
          setReplySerializer setSchemaErrorFormatter setGenReqId
          addContentTypeParser hasContentTypeParser getDefaultJsonParser
          defaultTextParser removeContentTypeParser removeAllContentTypeParsers
          register after ready onClose close printPlugins hasPlugin listen server
          addresses decorate hasDecorator decorateReply decorateRequest
          hasRequestDecorator hasReplyDecorator getDecorator addHttpMethod inject
          printRoutes setNotFoundHandler setErrorHandler setChildLoggerFactory
          initialConfig addConstraintStrategy hasConstraintStrategy listeningOrigin
          pluginName prefix validatorCompiler serializerCompiler childLoggerFactory
          version errorHandler genReqId supportedMethods routing
          """);

  private static final Set<String> REQUEST_FIELDS = names("id params raw query log body");

  private static final Set<String> REQUEST =
      names(
          """
          id params raw query log body server url originalUrl method routeOptions
          is404 socket signal ip ips host hostname port protocol headers mediaType
          getValidationFunction compileValidationSchema validateInput getDecorator
          setDecorator
          """);

  private static final Set<String> REPLY_FIELDS = names("raw request log");

  private static final Set<String> REPLY =
      names(
          """
          raw request log elapsedTime mediaType server sent statusCode routeOptions
          writeEarlyHints hijack send getHeader getHeaders hasHeader removeHeader
          header headers trailer hasTrailer removeTrailer code status
          getSerializationFunction compileSerializationSchema serializeInput
          serialize serializer type redirect callNotFound then getDecorator
          """);

  private BuiltInNames() {}

  private static Set<String> names(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  static DecoratorScope requestDecorators() {
    return new DecoratorScope("request", REQUEST, REQUEST_FIELDS);
  }

  static DecoratorScope replyDecorators() {
    return new DecoratorScope("reply", REPLY, REPLY_FIELDS);
  }
}
