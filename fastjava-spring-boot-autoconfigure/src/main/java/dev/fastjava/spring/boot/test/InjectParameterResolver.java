package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives test methods the {@link Inject} bean as a parameter, without an annotation: there is
 * nothing else that it could be. Parameters with an annotation of Spring's, and those of
 * constructors, are Spring's.
 */
final class InjectParameterResolver implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Inject.class
        && !(parameter.getDeclaringExecutable() instanceof Constructor)
        && !isAnnotated(parameter, Autowired.class)
        && !isAnnotated(parameter, Qualifier.class)
        && !isAnnotated(parameter, Value.class);
  }

  private static boolean isAnnotated(
      ParameterContext parameter, Class<? extends java.lang.annotation.Annotation> annotation) {
    return AnnotatedElementUtils.hasAnnotation(parameter.getParameter(), annotation);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SpringExtension.getApplicationContext(context).getBean(Inject.class);
  }
}
