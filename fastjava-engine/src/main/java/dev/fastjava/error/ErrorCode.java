package dev.fastjava.error;

/**
 * The errors of the framework, with the codes, messages and status codes of the reference.
 *
 * <p>Reference: Errors.
 */
public enum ErrorCode {
  /** Not Found. */
  FST_ERR_NOT_FOUND("Not Found", 404),

  /** Options must be an object. */
  FST_ERR_OPTIONS_NOT_OBJ("Options must be an object", 500),

  /** querystringParser option should be a function, instead got '…'. */
  FST_ERR_QSP_NOT_FN("querystringParser option should be a function, instead got '%s'", 500),

  /** schemaController.bucket option should be a function, instead got '…'. */
  FST_ERR_SCHEMA_CONTROLLER_BUCKET_OPT_NOT_FN(
      "schemaController.bucket option should be a function, instead got '%s'", 500),

  /** schemaErrorFormatter option should be a non async function. Instead got '…'. */
  FST_ERR_SCHEMA_ERROR_FORMATTER_NOT_FN(
      "schemaErrorFormatter option should be a non async function. Instead got '%s'.", 500),

  /** ajv.customOptions option should be an object, instead got '…'. */
  FST_ERR_AJV_CUSTOM_OPTIONS_OPT_NOT_OBJ(
      "ajv.customOptions option should be an object, instead got '%s'", 500),

  /** ajv.plugins option should be an array, instead got '…'. */
  FST_ERR_AJV_CUSTOM_OPTIONS_OPT_NOT_ARR(
      "ajv.plugins option should be an array, instead got '%s'", 500),

  /** …. */
  FST_ERR_VALIDATION("%s", 400),

  /** Invalid listen options: '…'. */
  FST_ERR_LISTEN_OPTIONS_INVALID("Invalid listen options: '%s'", 500),

  /** Error Handler must be a function. */
  FST_ERR_ERROR_HANDLER_NOT_FN("Error Handler must be a function", 500),

  /**
   * Error Handler already set in this scope. Set 'allowErrorHandlerOverride: true' to allow
   * overriding.
   */
  FST_ERR_ERROR_HANDLER_ALREADY_SET(
      "Error Handler already set in this scope. Set 'allowErrorHandlerOverride: true' to allow"
          + " overriding.",
      500),

  /** Content type parser '…' already present. */
  FST_ERR_CTP_ALREADY_PRESENT("Content type parser '%s' already present.", 500),

  /** The content type should be a string or a RegExp. */
  FST_ERR_CTP_INVALID_TYPE("The content type should be a string or a RegExp", 500),

  /** The content type cannot be an empty string. */
  FST_ERR_CTP_EMPTY_TYPE("The content type cannot be an empty string", 500),

  /** The content type handler should be a function. */
  FST_ERR_CTP_INVALID_HANDLER("The content type handler should be a function", 500),

  /**
   * The body parser can only parse your data as 'string' or 'buffer', you asked '…' which is not
   * supported.
   */
  FST_ERR_CTP_INVALID_PARSE_TYPE(
      "The body parser can only parse your data as 'string' or 'buffer', you asked '%s' which is"
          + " not supported.",
      500),

  /** Request body is too large. */
  FST_ERR_CTP_BODY_TOO_LARGE("Request body is too large", 413),

  /** Unsupported Media Type. */
  FST_ERR_CTP_INVALID_MEDIA_TYPE("Unsupported Media Type", 415),

  /** Request body size did not match Content-Length. */
  FST_ERR_CTP_INVALID_CONTENT_LENGTH("Request body size did not match Content-Length", 400),

  /** Body cannot be empty when content-type is set to 'application/json'. */
  FST_ERR_CTP_EMPTY_JSON_BODY(
      "Body cannot be empty when content-type is set to 'application/json'", 400),

  /** Body is not valid JSON but content-type is set to 'application/json'. */
  FST_ERR_CTP_INVALID_JSON_BODY(
      "Body is not valid JSON but content-type is set to 'application/json'", 400),

  /** Cannot call "…" when fastify instance is already started! */
  FST_ERR_CTP_INSTANCE_ALREADY_STARTED(
      "Cannot call \"%s\" when fastify instance is already started!", 400),

  /** The decorator '…' has already been added! */
  FST_ERR_DEC_ALREADY_PRESENT("The decorator '%s' has already been added!", 500),

  /** The dependencies of decorator '…' must be of type Array. */
  FST_ERR_DEC_DEPENDENCY_INVALID_TYPE(
      "The dependencies of decorator '%s' must be of type Array.", 500),

  /** The decorator is missing dependency '…'. */
  FST_ERR_DEC_MISSING_DEPENDENCY("The decorator is missing dependency '%s'.", 500),

  /** The decorator '…' has been added after start! */
  FST_ERR_DEC_AFTER_START("The decorator '%s' has been added after start!", 500),

  /**
   * The decorator '…' of type '…' is a reference type. Use the &#123; getter, setter &#125;
   * interface instead.
   */
  FST_ERR_DEC_REFERENCE_TYPE(
      "The decorator '%s' of type '%s' is a reference type. Use the { getter, setter } interface"
          + " instead.",
      500),

  /** No decorator '…' has been declared on …. */
  FST_ERR_DEC_UNDECLARED("No decorator '%s' has been declared on %s.", 500),

  /** The hook name must be a string. */
  FST_ERR_HOOK_INVALID_TYPE("The hook name must be a string", 500),

  /** … hook should be a function, instead got …. */
  FST_ERR_HOOK_INVALID_HANDLER("%s hook should be a function, instead got %s", 500),

  /** Async function has too many arguments. Async hooks should not use the 'done' argument. */
  FST_ERR_HOOK_INVALID_ASYNC_HANDLER(
      "Async function has too many arguments. Async hooks should not use the 'done' argument.",
      500),

  /** … hook not supported! */
  FST_ERR_HOOK_NOT_SUPPORTED("%s hook not supported!", 500),

  /**
   * You must register a plugin for handling middlewares, visit
   * fastify.dev/docs/latest/Reference/Middleware/ for more info.
   */
  FST_ERR_MISSING_MIDDLEWARE(
      "You must register a plugin for handling middlewares, visit"
          + " fastify.dev/docs/latest/Reference/Middleware/ for more info.",
      500),

  /**
   * A callback for '…' hook… timed out. You may have forgotten to call 'done' function or to
   * resolve a Promise.
   */
  FST_ERR_HOOK_TIMEOUT(
      "A callback for '%s' hook%s timed out. You may have forgotten to call 'done' function or to"
          + " resolve a Promise",
      500),

  /** Cannot specify both logger.stream and logger.file options. */
  FST_ERR_LOG_INVALID_DESTINATION("Cannot specify both logger.stream and logger.file options", 500),

  /** Invalid logger object provided. The logger instance should have these functions(s): '…'. */
  FST_ERR_LOG_INVALID_LOGGER(
      "Invalid logger object provided. The logger instance should have these functions(s): '%s'.",
      500),

  /** loggerInstance only accepts a logger instance. */
  FST_ERR_LOG_INVALID_LOGGER_INSTANCE("loggerInstance only accepts a logger instance.", 500),

  /** logger options only accepts a configuration object. */
  FST_ERR_LOG_INVALID_LOGGER_CONFIG("logger options only accepts a configuration object.", 500),

  /** You cannot provide both logger and loggerInstance. Please provide only one. */
  FST_ERR_LOG_LOGGER_AND_LOGGER_INSTANCE_PROVIDED(
      "You cannot provide both logger and loggerInstance. Please provide only one.", 500),

  /** logController option must be an instance of LogController, got '…'. */
  FST_ERR_LOG_INVALID_LOG_CONTROLLER(
      "logController option must be an instance of LogController, got '%s'.", 500),

  /** Attempted to send payload of invalid type '…'. Expected a string or Buffer. */
  FST_ERR_REP_INVALID_PAYLOAD_TYPE(
      "Attempted to send payload of invalid type '%s'. Expected a string or Buffer.", 500),

  /** Response.body is already consumed. */
  FST_ERR_REP_RESPONSE_BODY_CONSUMED("Response.body is already consumed.", 500),

  /** ReadableStream was locked. You should call releaseLock() method on reader before sending. */
  FST_ERR_REP_READABLE_STREAM_LOCKED(
      "ReadableStream was locked. You should call releaseLock() method on reader before sending.",
      500),

  /** Reply was already sent, did you forget to "return reply" in "…" (…)?. */
  FST_ERR_REP_ALREADY_SENT(
      "Reply was already sent, did you forget to \"return reply\" in \"%s\" (%s)?", 500),

  /** The only possible value for reply.sent is true. */
  FST_ERR_REP_SENT_VALUE("The only possible value for reply.sent is true.", 500),

  /** You cannot use `send` inside the `onError` hook. */
  FST_ERR_SEND_INSIDE_ONERR("You cannot use `send` inside the `onError` hook", 500),

  /** Undefined error has occurred. */
  FST_ERR_SEND_UNDEFINED_ERR("Undefined error has occurred", 500),

  /** Called reply with an invalid status code: …. */
  FST_ERR_BAD_STATUS_CODE("Called reply with an invalid status code: %s", 500),

  /** Called reply.trailer with an invalid header name: …. */
  FST_ERR_BAD_TRAILER_NAME("Called reply.trailer with an invalid header name: %s", 500),

  /** Called reply.trailer('…', fn) with an invalid type: …. Expected a function. */
  FST_ERR_BAD_TRAILER_VALUE(
      "Called reply.trailer('%s', fn) with an invalid type: %s. Expected a function.", 500),

  /** Failed to serialize an error. Error: …. Original error: …. */
  FST_ERR_FAILED_ERROR_SERIALIZATION(
      "Failed to serialize an error. Error: %s. Original error: %s", 500),

  /** Missing serialization function. Key "…". */
  FST_ERR_MISSING_SERIALIZATION_FN("Missing serialization function. Key \"%s\"", 500),

  /** Missing serialization function. Key "…:…". */
  FST_ERR_MISSING_CONTENTTYPE_SERIALIZATION_FN(
      "Missing serialization function. Key \"%s:%s\"", 500),

  /**
   * Invalid validation invocation. Missing validation function for HTTP part "…" nor schema
   * provided.
   */
  FST_ERR_REQ_INVALID_VALIDATION_INVOCATION(
      "Invalid validation invocation. Missing validation function for HTTP part \"%s\" nor schema"
          + " provided.",
      500),

  /** Missing schema $id property. */
  FST_ERR_SCH_MISSING_ID("Missing schema $id property", 500),

  /** Schema with id '…' already declared! */
  FST_ERR_SCH_ALREADY_PRESENT("Schema with id '%s' already declared!", 500),

  /** Schema is missing for the content type '…'. */
  FST_ERR_SCH_CONTENT_MISSING_SCHEMA("Schema is missing for the content type '%s'", 500),

  /** Schema with '…' already present! */
  FST_ERR_SCH_DUPLICATE("Schema with '%s' already present!", 500),

  /** Failed building the validation schema for …: …, due to error …. */
  FST_ERR_SCH_VALIDATION_BUILD(
      "Failed building the validation schema for %s: %s, due to error %s", 500),

  /** Failed building the serialization schema for …: …, due to error …. */
  FST_ERR_SCH_SERIALIZATION_BUILD(
      "Failed building the serialization schema for %s: %s, due to error %s", 500),

  /**
   * response schemas should be nested under a valid status code, e.g &#123; 2xx: &#123; type:
   * "object" &#125; &#125;.
   */
  FST_ERR_SCH_RESPONSE_SCHEMA_NOT_NESTED_2XX(
      "response schemas should be nested under a valid status code, e.g { 2xx: { type: \"object\" }"
          + " }",
      500),

  /** Invalid initialization options: '…'. */
  FST_ERR_INIT_OPTS_INVALID("Invalid initialization options: '%s'", 500),

  /**
   * Cannot set forceCloseConnections to 'idle' as your HTTP server does not support
   * closeIdleConnections method.
   */
  FST_ERR_FORCE_CLOSE_CONNECTIONS_IDLE_NOT_AVAILABLE(
      "Cannot set forceCloseConnections to 'idle' as your HTTP server does not support"
          + " closeIdleConnections method",
      500),

  /** Method '…' already declared for route '…'. */
  FST_ERR_DUPLICATED_ROUTE("Method '%s' already declared for route '%s'", 500),

  /** '…' is not a valid url component. */
  FST_ERR_BAD_URL("'%s' is not a valid url component", 400),

  /** '…' is exceeding the max param length. */
  FST_ERR_MAX_PARAM_LENGTH("'%s' is exceeding the max param length", 414),

  /** Unexpected error from async constraint. */
  FST_ERR_ASYNC_CONSTRAINT("Unexpected error from async constraint", 500),

  /** URL must be a string. Received '…'. */
  FST_ERR_INVALID_URL("URL must be a string. Received '%s'", 400),

  /** Options for "…:…" route must be an object. */
  FST_ERR_ROUTE_OPTIONS_NOT_OBJ("Options for \"%s:%s\" route must be an object", 500),

  /** Duplicate handler for "…:…" route is not allowed! */
  FST_ERR_ROUTE_DUPLICATED_HANDLER("Duplicate handler for \"%s:%s\" route is not allowed!", 500),

  /** Error Handler for …:… route, if defined, must be a function. */
  FST_ERR_ROUTE_HANDLER_NOT_FN(
      "Error Handler for %s:%s route, if defined, must be a function", 500),

  /** Missing handler function for "…:…" route. */
  FST_ERR_ROUTE_MISSING_HANDLER("Missing handler function for \"%s:%s\" route.", 500),

  /** Provided method is invalid! */
  FST_ERR_ROUTE_METHOD_INVALID("Provided method is invalid!", 500),

  /** … method is not supported. */
  FST_ERR_ROUTE_METHOD_NOT_SUPPORTED("%s method is not supported.", 500),

  /** Log level for '…:…' route must be a valid logger level. Received: '…'. */
  FST_ERR_ROUTE_LOG_LEVEL_INVALID(
      "Log level for '%s:%s' route must be a valid logger level. Received: '%s'", 500),

  /** Body validation schema for …:… route is not supported! */
  FST_ERR_ROUTE_BODY_VALIDATION_SCHEMA_NOT_SUPPORTED(
      "Body validation schema for %s:%s route is not supported!", 500),

  /** 'bodyLimit' option must be an integer > 0. Got '…'. */
  FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT(
      "'bodyLimit' option must be an integer > 0. Got '%s'", 500),

  /** Request timed out after … ms on route '…'. */
  FST_ERR_HANDLER_TIMEOUT("Request timed out after %s ms on route '%s'", 503),

  /** 'handlerTimeout' option must be an integer > 0. Got '…'. */
  FST_ERR_ROUTE_HANDLER_TIMEOUT_OPTION_NOT_INT(
      "'handlerTimeout' option must be an integer > 0. Got '%s'", 500),

  /** Rewrite url for "…" needs to be of type "string" but received "…". */
  FST_ERR_ROUTE_REWRITE_NOT_STR(
      "Rewrite url for \"%s\" needs to be of type \"string\" but received \"%s\"", 500),

  /** Method '…' must provide a 'Content-Type' header. */
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE("Method '%s' must provide a 'Content-Type' header.", 400),

  /** Method '…' must provide a request body. */
  FST_ERR_ROUTE_MISSING_CONTENT("Method '%s' must provide a request body.", 400),

  /** Fastify has already been closed and cannot be reopened. */
  FST_ERR_REOPENED_CLOSE_SERVER("Fastify has already been closed and cannot be reopened", 500),

  /** Fastify is already listening. */
  FST_ERR_REOPENED_SERVER("Fastify is already listening", 500),

  /** Fastify instance is already listening. …. */
  FST_ERR_INSTANCE_ALREADY_LISTENING("Fastify instance is already listening. %s", 500),

  /** fastify-plugin: … - expected '…' fastify version, '…' is installed. */
  FST_ERR_PLUGIN_VERSION_MISMATCH(
      "fastify-plugin: %s - expected '%s' fastify version, '%s' is installed", 500),

  /** The decorator '…'… is not present in …. */
  FST_ERR_PLUGIN_NOT_PRESENT_IN_INSTANCE("The decorator '%s'%s is not present in %s", 500),

  /**
   * The … plugin being registered mixes async and callback styles. Async plugin should not mix
   * async and callback style.
   */
  FST_ERR_PLUGIN_INVALID_ASYNC_HANDLER(
      "The %s plugin being registered mixes async and callback styles. Async plugin should not mix"
          + " async and callback style.",
      500),

  /** The dependency '…' of plugin '…' is not registered. */
  FST_ERR_PLUGIN_DEPENDENCY_NOT_REGISTERED(
      "The dependency '%s' of plugin '%s' is not registered", 500),

  /** fastify-plugin: …. */
  FST_ERR_PLUGIN_CALLBACK_NOT_FN("fastify-plugin: %s", 500),

  /** fastify-plugin: …. */
  FST_ERR_PLUGIN_NOT_VALID("fastify-plugin: %s", 500),

  /** fastify-plugin: …. */
  FST_ERR_ROOT_PLG_BOOTED("fastify-plugin: %s", 500),

  /** fastify-plugin: …. */
  FST_ERR_PARENT_PLUGIN_BOOTED("fastify-plugin: %s", 500),

  /** fastify-plugin: …. */
  FST_ERR_PLUGIN_TIMEOUT("fastify-plugin: %s", 500);

  private final String template;
  private final int statusCode;

  ErrorCode(String template, int statusCode) {
    this.template = template;
    this.statusCode = statusCode;
  }

  /**
   * Returns the status code of a reply made from this error.
   *
   * @return the HTTP status code
   */
  public int statusCode() {
    return statusCode;
  }

  /**
   * Fills the message.
   *
   * @param arguments one for each placeholder of the message
   * @return the message
   */
  public String message(Object... arguments) {
    return arguments.length == 0 ? template : String.format(template, arguments);
  }

  /**
   * Makes the error.
   *
   * @param arguments one for each placeholder of the message
   * @return a new exception
   */
  public FastjavaException error(Object... arguments) {
    return new FastjavaException(this, message(arguments), null);
  }

  /**
   * Makes the error with the one behind it.
   *
   * @param cause the error behind it
   * @param arguments one for each placeholder of the message
   * @return a new exception
   */
  public FastjavaException causedBy(Throwable cause, Object... arguments) {
    return new FastjavaException(this, message(arguments), cause);
  }
}
