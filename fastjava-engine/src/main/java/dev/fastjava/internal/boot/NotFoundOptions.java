package dev.fastjava.internal.boot;

import dev.fastjava.RouteDescription;
import org.jspecify.annotations.Nullable;

/** Sees to it that nothing is declared for a not-found handler that it does not have. */
final class NotFoundOptions {
  private NotFoundOptions() {}

  /**
   * Checks what was declared.
   *
   * @throws IllegalArgumentException with the name of an option that is for routes only
   */
  static void check(RouteDescription options) {
    refuse("schema", !options.schema().isEmpty());
    refuse("handler", options.handler());
    refuse("errorHandler", options.errorHandler());
    refuse("constraint", !options.constraints().isEmpty());
    refuse("attachValidation", options.attachValidation());
    refuse("validationGroups", !options.validationGroups().isEmpty());
    refuse("exposeHeadRoute", options.exposeHeadRoute());
    refuse("bodyLimit", options.bodyLimit());
    refuse("handlerTimeout", options.handlerTimeout());
    refuse("validatorCompiler", options.validatorCompiler());
    refuse("serializerCompiler", options.serializerCompiler());
    refuse("schemaErrorFormatter", options.schemaErrorFormatter());
    refuse("childLoggerFactory", options.childLoggerFactory());
  }

  private static void refuse(String option, @Nullable Object value) {
    refuse(option, value != null);
  }

  private static void refuse(String option, boolean declared) {
    if (declared) {
      throw new IllegalArgumentException(
          "setNotFoundHandler: a not-found handler has no "
              + option
              + "; it may have hooks, views, config, an execution and options of logging");
    }
  }
}
