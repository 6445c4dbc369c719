package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Closer;
import dev.fastjava.spring.boot.RegisterHook;
import java.lang.reflect.Method;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Leaves onClose hooks to the server. A {@link Closer} is closeable, and beans that are closeable
 * are closed when they are destroyed: the hook would run twice.
 */
final class CloserBeans implements MergedBeanDefinitionPostProcessor {
  CloserBeans() {}

  @Override
  public void postProcessMergedBeanDefinition(
      RootBeanDefinition definition, Class<?> type, String name) {
    Method method = definition.getResolvedFactoryMethod();
    boolean isHook =
        Closer.class.isAssignableFrom(type)
            && (AnnotatedElementUtils.isAnnotated(type, RegisterHook.class)
                || (method != null
                    && AnnotatedElementUtils.isAnnotated(method, RegisterHook.class)));
    if (isHook) {
      definition.setDestroyMethodName("");
    }
  }
}
