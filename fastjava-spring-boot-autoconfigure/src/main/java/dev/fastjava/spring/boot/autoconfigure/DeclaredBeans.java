package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.BodyParser;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Handler;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.RegisterDecorator;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Refuses declarations that would come to nothing: better no server than one without a hook. */
final class DeclaredBeans {
  private static final List<Class<?>> OTHER_TYPES =
      List.of(
          RouteDefinition.class,
          ErrorHandler.class,
          RequestListener.class,
          FastjavaCustomizer.class,
          FastjavaOptionsCustomizer.class,
          ConstraintStrategy.class,
          JsonSchema.class,
          ValidatorCompiler.class,
          SerializerCompiler.class,
          ReplySerializer.class,
          SchemaErrorFormatter.class);

  private final ConfigurableListableBeanFactory factory;
  private final BeanPlaces places;

  DeclaredBeans(ConfigurableListableBeanFactory factory, BeanPlaces places) {
    this.factory = factory;
    this.places = places;
  }

  void check(List<Class<?>> hookTypes, List<Class<?>> pluginTypes) {
    checkAnnotated(
        RegisterErrorHandler.class, List.of(ErrorHandler.class), "an error handler: ErrorHandler");
    checkAnnotated(RegisterNotFoundHandler.class, List.of(Handler.class), "a handler: Handler");
    checkAnnotated(RegisterParser.class, List.of(BodyParser.class), "a parser: BodyParser");
    checkSingletons(Handler.class, RegisterNotFoundHandler.class);
    checkSingletons(BodyParser.class, RegisterParser.class);
    checkSingletons(Object.class, RegisterDecorator.class);
    checkAnnotated(RegisterHook.class, hookTypes, "a hook, such as Hook or PayloadHook");
    checkAnnotated(
        RegisterPlugin.class, pluginTypes, "a plugin: Plugin, Plugin.Async or Plugin.Callback");
    hookTypes.stream()
        .filter(type -> factory.getBeanNamesForAnnotation(RegisterHook.class).length > 0)
        .forEach(type -> checkSingletons(type, RegisterHook.class));
    pluginTypes.forEach(type -> checkSingletons(type, null));
    OTHER_TYPES.forEach(type -> checkSingletons(type, null));
    checkServers();
  }

  private void checkServers() {
    Set<String> known =
        new TreeSet<>(List.of(OnServer.ALL, OnServer.APPLICATION, OnServer.MANAGEMENT));
    factory.getBeansOfType(FastjavaServer.class).values().forEach(it -> known.add(it.name()));
    for (String name : factory.getBeanNamesForAnnotation(OnServer.class)) {
      OnServer servers = factory.findAnnotationOnBean(name, OnServer.class);
      for (String server : servers == null ? new String[0] : servers.value()) {
        if (!known.contains(server)) {
          throw new BeanRegistrationException(
              "%s belongs to server '%s', which is no bean of the application"
                  .formatted(capitalized(places.describe(name)), server),
              "Declare a FastjavaServer bean of this name, or correct the name.",
              null);
        }
      }
      if (factory.isTypeMatch(name, FastjavaOptionsCustomizer.class)) {
        throw new BeanRegistrationException(
            "@OnServer is on %s, which sets options: it is for the application's own server"
                .formatted(places.describe(name)),
            "Set the options of another server where FastjavaServers makes it.",
            null);
      }
    }
  }

  private void checkAnnotated(
      Class<? extends Annotation> annotation, List<Class<?>> types, String wanted) {
    for (String name : factory.getBeanNamesForAnnotation(annotation)) {
      // A factory method may declare less than it makes.
      Class<?> type =
          factory.isSingleton(name) ? factory.getBean(name).getClass() : factory.getType(name);
      if (type != null && types.stream().noneMatch(each -> each.isAssignableFrom(type))) {
        throw new BeanRegistrationException(
            "@%s is on %s, whose type %s is not that of %s"
                .formatted(
                    annotation.getSimpleName(), places.describe(name), type.getName(), wanted),
            "Let the bean be %s, or remove the annotation.".formatted(wanted),
            null);
      }
    }
  }

  private void checkSingletons(Class<?> type, @Nullable Class<? extends Annotation> annotation) {
    for (String name : factory.getBeanNamesForType(type, true, false)) {
      boolean counts = annotation == null || factory.findAnnotationOnBean(name, annotation) != null;
      // Behind a scoped proxy, which is a singleton, is a bean that is no candidate by itself.
      if (counts && !factory.isSingleton(name) && !name.startsWith("scopedTarget.")) {
        throw new BeanRegistrationException(
            "%s is a %s that is no singleton, so that the server, which takes it once, does not"
                    .formatted(capitalized(places.describe(name)), type.getSimpleName())
                + " know which one to take",
            "Remove its scope, or give it a scoped proxy.",
            null);
      }
    }
  }

  static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The one error handler of the application; null for none. */
  @Nullable ErrorHandler errorHandler(Map<String, ErrorHandler> handlers) {
    return single(
        ErrorHandler.class,
        handlers,
        " Plugins have their own with @RegisterErrorHandler(plugin = ...) or"
            + " app.setErrorHandler(...), routes with errorHandler(...).");
  }

  /** The one bean of a type, or the primary one; null for none. */
  <T> @Nullable T single(Class<T> type, Map<String, T> handlers, String otherwise) {
    List<String> names = new ArrayList<>(handlers.keySet());
    if (names.size() > 1) {
      names.removeIf(name -> !isPrimary(name));
    }
    if (names.size() == 1) {
      return handlers.get(names.get(0));
    }
    if (handlers.isEmpty()) {
      return null;
    }
    String found =
        handlers.keySet().stream()
            .map(name -> "    - " + places.describe(name))
            .collect(Collectors.joining("\n"));
    throw new BeanRegistrationException(
        "An application has one %1$s, and there are several beans of type %1$s:\n\n%2$s"
            .formatted(type.getSimpleName(), found),
        "Leave one of them, or mark it @Primary." + otherwise,
        null);
  }

  private boolean isPrimary(String name) {
    return factory.containsBeanDefinition(name)
        && factory.getMergedBeanDefinition(name).isPrimary();
  }
}
