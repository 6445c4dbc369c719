package dev.fastjava.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Where beans are declared, for people: method or class, file and line. Class files are read only
 * when a start has failed.
 */
final class BeanPlaces {
  private final ConfigurableListableBeanFactory factory;

  BeanPlaces(ConfigurableListableBeanFactory factory) {
    this.factory = factory;
  }

  /** The bean by name and place: {@code bean 'hello', declared at com.shop.Routes.hello(...)}. */
  String describe(String bean) {
    String place = place(bean);
    return place == null ? "bean '" + bean + "'" : "bean '" + bean + "', declared at " + place;
  }

  private @Nullable String place(String bean) {
    if (!factory.containsBeanDefinition(bean)) {
      return null;
    }
    BeanDefinition definition = factory.getMergedBeanDefinition(bean);
    Method method =
        definition instanceof RootBeanDefinition root ? root.getResolvedFactoryMethod() : null;
    if (method != null) {
      return place(method.getDeclaringClass(), method.getName(), Type.getMethodDescriptor(method));
    }
    Class<?> type = factory.getType(bean, false);
    String name = definition.getBeanClassName();
    if (type == null || name == null || !ClassUtils.getUserClass(type).getName().equals(name)) {
      return definition.getResourceDescription();
    }
    return place(ClassUtils.getUserClass(type), "<init>", null);
  }

  private static String place(Class<?> type, String method, @Nullable String descriptor) {
    LineFinder finder = new LineFinder(method, descriptor);
    String file = type.getName().substring(type.getPackageName().length());
    String resource = file.startsWith(".") ? file.substring(1) : file;
    try (InputStream in = type.getResourceAsStream(resource + ".class")) {
      if (in != null) {
        new ClassReader(in).accept(finder, ClassReader.SKIP_FRAMES);
      }
    } catch (IOException | RuntimeException unreadable) {
      // The name alone is a place too.
      finder.line = 0;
    }
    String where = type.getName() + (method.equals("<init>") ? "" : "." + method);
    return finder.line == 0 ? where : where + "(" + finder.file + ":" + finder.line + ")";
  }

  private static final class LineFinder extends ClassVisitor {
    private final String method;
    private final @Nullable String descriptor;
    private String file = "";
    private int line;

    LineFinder(String method, @Nullable String descriptor) {
      super(Opcodes.ASM9);
      this.method = method;
      this.descriptor = descriptor;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
      file = source == null ? "" : source;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String found,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!name.equals(method) || (descriptor != null && !descriptor.equals(found))) {
        return null;
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int number, Label start) {
          line = line == 0 ? number : Math.min(line, number);
        }
      };
    }
  }
}
