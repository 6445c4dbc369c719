package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.BodyParser;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RequestListener;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spring.boot.RegisterDecorator;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the beans that an application or a plugin has beside hooks, plugins and routes. */
final class ApplicationBeans {
  private static final String APPLICATION = ContextBeans.APPLICATION;

  private final OrderedBeans beans;
  private final DeclaredBeans declared;
  private final ConfigurableListableBeanFactory factory;

  ApplicationBeans(
      OrderedBeans beans, DeclaredBeans declared, ConfigurableListableBeanFactory factory) {
    this.beans = beans;
    this.declared = declared;
    this.factory = factory;
  }

  void declare(ContextBeans contexts, List<String> schemaLocations) {
    for (String name : factory.getBeanNamesForAnnotation(RegisterDecorator.class)) {
      RegisterDecorator annotation = factory.findAnnotationOnBean(name, RegisterDecorator.class);
      if (annotation != null && beans.isOnServer(name)) {
        Object bean = factory.getBean(name);
        contexts.add(APPLICATION, name, app -> app.decorate(annotation.value(), bean));
      }
    }
    each(contexts, ConstraintStrategy.class, (app, it) -> app.addConstraintStrategy(it));
    one(contexts, ValidatorCompiler.class, (app, it) -> app.setValidatorCompiler(it));
    one(contexts, SerializerCompiler.class, (app, it) -> app.setSerializerCompiler(it));
    one(contexts, ReplySerializer.class, (app, it) -> app.setReplySerializer(it));
    one(contexts, SchemaErrorFormatter.class, (app, it) -> app.setSchemaErrorFormatter(it));
    beans
        .ofType(JsonSchema.class)
        .forEach(
            (name, schema) -> {
              // Those without an id are for routes that have them injected.
              if (schema.toValue() instanceof Map<?, ?> keywords && keywords.containsKey("$id")) {
                contexts.add(APPLICATION, name, app -> app.addSchema(schema));
              }
            });
    schemaFiles(contexts, schemaLocations);
    annotated(BodyParser.class, RegisterParser.class)
        .forEach(
            (name, annotation) ->
                contexts.add(
                    annotation.plugin(),
                    name,
                    app ->
                        app.addContentTypeParser(
                            List.of(annotation.value()), factory.getBean(name, BodyParser.class))));
    errorHandlers(contexts);
    annotated(Handler.class, RegisterNotFoundHandler.class)
        .forEach(
            (name, annotation) ->
                contexts.addOnly(
                    "not-found handler",
                    annotation.plugin(),
                    name,
                    app -> app.setNotFoundHandler(factory.getBean(name, Handler.class))));
    each(contexts, RequestListener.class, (app, it) -> app.addRequestListener(it));
  }

  private void errorHandlers(ContextBeans contexts) {
    Map<String, ErrorHandler> ofApplication = beans.ofType(ErrorHandler.class);
    annotated(ErrorHandler.class, RegisterErrorHandler.class)
        .forEach(
            (name, annotation) -> {
              if (!annotation.plugin().isEmpty()) {
                ErrorHandler handler = ofApplication.remove(name);
                contexts.addOnly(
                    "error handler",
                    annotation.plugin(),
                    name,
                    app -> app.setErrorHandler(Objects.requireNonNull(handler)));
              }
            });
    ErrorHandler single = declared.errorHandler(ofApplication);
    if (single != null) {
      contexts.add(APPLICATION, nameOf(single, ofApplication), app -> app.setErrorHandler(single));
    }
  }

  private <T> void each(ContextBeans contexts, Class<T> type, BiConsumer<Fastjava, T> declaration) {
    beans
        .ofType(type)
        .forEach((name, it) -> contexts.add(APPLICATION, name, app -> declaration.accept(app, it)));
  }

  private <T> void one(ContextBeans contexts, Class<T> type, BiConsumer<Fastjava, T> declaration) {
    Map<String, T> found = beans.ofType(type);
    T single = declared.single(type, found, "");
    if (single != null) {
      contexts.add(APPLICATION, nameOf(single, found), app -> declaration.accept(app, single));
    }
  }

  private static <T> String nameOf(T bean, Map<String, T> beans) {
    for (Map.Entry<String, T> each : beans.entrySet()) {
      if (each.getValue() == bean) {
        return each.getKey();
      }
    }
    return "";
  }

  /** The beans of a type that have an annotation, in order. */
  private <A extends Annotation> Map<String, A> annotated(Class<?> type, Class<A> annotation) {
    Map<String, A> found = new LinkedHashMap<>();
    for (String name : beans.ofType(type).keySet()) {
      @Nullable A own = factory.findAnnotationOnBean(name, annotation);
      if (own != null) {
        found.put(name, own);
      }
    }
    return found;
  }

  private void schemaFiles(ContextBeans contexts, List<String> locations) {
    PathMatchingResourcePatternResolver files =
        new PathMatchingResourcePatternResolver(factory.getBeanClassLoader());
    for (String location : locations) {
      try {
        for (Resource file : files.getResources(location)) {
          String text = file.getContentAsString(StandardCharsets.UTF_8);
          contexts.addFile(file.getDescription(), app -> app.addSchema(text));
        }
      } catch (IOException unreadable) {
        throw new BeanRegistrationException(
            "Schemas cannot be read from '%s': %s".formatted(location, unreadable.getMessage()),
            "Correct the property fastjava.schemas.locations.",
            unreadable);
      }
    }
  }
}
