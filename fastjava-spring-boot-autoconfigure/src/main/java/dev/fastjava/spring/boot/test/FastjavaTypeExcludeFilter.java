package dev.fastjava.spring.boot.test;

import dev.fastjava.AbortHook;
import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.BodyParser;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ContextHook;
import dev.fastjava.ErrorHandler;
import dev.fastjava.ErrorHook;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Plugin;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteHook;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.format.Parser;
import org.springframework.util.ClassUtils;

/**
 * Keeps everything out of a {@link FastjavaTest} that is not FastJava. Plugins that are not asked
 * for pass: only when all are known can {@link UnwantedPlugins} tell which ones the others need.
 */
class FastjavaTypeExcludeFilter
    extends StandardAnnotationCustomizableTypeExcludeFilter<FastjavaTest> {
  /** What changes the mapper: beans of these come along, as they do in other slices. */
  private static final Set<String> JACKSON =
      Set.of(
          "tools.jackson.databind.JacksonModule",
          "org.springframework.boot.jackson.JacksonComponent",
          "org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer");

  private static final Set<Class<?>> COMPONENTS =
      Set.of(
          Plugin.class,
          Plugin.Async.class,
          Plugin.Callback.class,
          FastjavaCustomizer.class,
          FastjavaOptionsCustomizer.class,
          ErrorHandler.class,
          RequestListener.class,
          Hook.class,
          Hook.Async.class,
          Hook.Callback.class,
          ParsingHook.class,
          ParsingHook.Async.class,
          ParsingHook.Callback.class,
          PayloadHook.class,
          PayloadHook.Async.class,
          PayloadHook.Callback.class,
          ErrorHook.class,
          ErrorHook.Async.class,
          ErrorHook.Callback.class,
          AbortHook.class,
          AbortHook.Async.class,
          AbortHook.Callback.class,
          AppHook.class,
          AsyncAppHook.class,
          CallbackAppHook.class,
          CloseHook.class,
          CloseHook.Async.class,
          CloseHook.Callback.class,
          RouteHook.class,
          ContextHook.class,
          BodyParser.class,
          ConstraintStrategy.class,
          Converter.class,
          ConverterFactory.class,
          GenericConverter.class,
          Parser.class,
          RequestLocaleResolver.class,
          JsonSchema.class,
          ReplySerializer.class,
          SchemaErrorFormatter.class,
          SerializerCompiler.class,
          ValidatorCompiler.class);

  private static final Set<Class<?>> INCLUDES =
      Stream.concat(COMPONENTS.stream(), jackson()).collect(Collectors.toUnmodifiableSet());

  private static Stream<Class<?>> jackson() {
    ClassLoader loader = FastjavaTypeExcludeFilter.class.getClassLoader();
    return JACKSON.stream()
        .filter(name -> ClassUtils.isPresent(name, loader))
        .map(name -> ClassUtils.resolveClassName(name, loader));
  }

  private final Set<Class<?>> named;

  FastjavaTypeExcludeFilter(Class<?> testClass) {
    super(testClass);
    named = Set.of(getAnnotation().getValue("value", Class[].class).orElse(new Class<?>[0]));
  }

  @Override
  protected Set<Class<?>> getKnownIncludes() {
    return INCLUDES;
  }

  @Override
  protected Set<Class<?>> getComponentIncludes() {
    return named;
  }

  @Override
  protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory)
      throws IOException {
    return super.defaultInclude(reader, factory)
        || isWhole(reader.getAnnotationMetadata(), named)
        || MixedConfigurations.isDeclared(reader.getAnnotationMetadata())
        || MixedConfigurations.guardRoutes(reader.getAnnotationMetadata());
  }

  /** Whether all beans of a configuration are in the slice: it makes nothing else. */
  static boolean isWhole(AnnotationMetadata type, Set<Class<?>> named) {
    if (!type.isAnnotated(Configuration.class.getName())) {
      return false;
    }
    Set<MethodMetadata> methods = type.getAnnotatedMethods(Bean.class.getName());
    return !methods.isEmpty()
        && methods.stream().allMatch(method -> makesFastjavaBean(method, named));
  }

  private static boolean makesFastjavaBean(MethodMetadata method, Set<Class<?>> named) {
    String type = method.getReturnTypeName();
    if (MixedConfigurations.isDeclared(method)) {
      return true;
    }
    if (type.equals(RouteDefinition.class.getName())) {
      return named.isEmpty();
    }
    try {
      Class<?> made = ClassUtils.forName(type, FastjavaTypeExcludeFilter.class.getClassLoader());
      return INCLUDES.stream().anyMatch(component -> component.isAssignableFrom(made));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }
}
