package dev.fastjava.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users see of a type, as text: one line for each member, in an order of its own. */
final class ApiSignature {
  private ApiSignature() {}

  static List<String> of(Class<?> type) {
    List<String> lines = new ArrayList<>();
    lines.add(head(type));
    if (type.isEnum()) {
      lines.add(
          "  "
              + Stream.of(type.getEnumConstants())
                  .map(each -> ((Enum<?>) each).name())
                  .sorted()
                  .collect(joining(", ")));
    }
    Stream<String> members =
        Stream.of(
                Arrays.stream(type.getDeclaredFields())
                    .filter(
                        field ->
                            isVisible(field.getModifiers())
                                && !field.isEnumConstant()
                                && !field.isSynthetic())
                    .map(ApiSignature::line),
                Arrays.stream(type.getDeclaredConstructors())
                    .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic())
                    .map(ApiSignature::line),
                methods(type)
                    .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic())
                    .filter(each -> !type.isEnum() || !isOfEveryEnum(each))
                    .map(ApiSignature::line))
            .flatMap(each -> each);
    members.map(each -> "  " + each).sorted().forEach(lines::add);
    return lines;
  }

  /** Those of the type, and those that it has from types which users do not see. */
  private static Stream<Method> methods(Class<?> type) {
    Stream<Method> own = Arrays.stream(type.getDeclaredMethods());
    Class<?> above = type.getSuperclass();
    return above == null || Modifier.isPublic(above.getModifiers()) || above == Record.class
        ? own
        : Stream.concat(own, methods(above));
  }

  private static boolean isOfEveryEnum(Method method) {
    return method.getName().equals("values") || method.getName().equals("valueOf");
  }

  static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String head(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    int shown = type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL | Modifier.PROTECTED);
    if (type.isInterface()) {
      shown &= ~Modifier.ABSTRACT;
    } else if (type.isEnum() || type.isRecord()) {
      shown &= ~(Modifier.FINAL | Modifier.ABSTRACT);
    }
    StringBuilder line = new StringBuilder();
    if (type.isSealed()) {
      line.append("sealed ");
    }
    line.append(Modifier.toString(shown)).append(shown == 0 ? "" : " ");
    line.append(kind).append(' ').append(type.getName().replace('$', '.')).append(variables(type));
    AnnotatedType above = type.getAnnotatedSuperclass();
    if (above != null && kind.equals("class") && above.getType() != Object.class) {
      line.append(" extends ").append(name(above));
    }
    AnnotatedType[] interfaces = type.getAnnotatedInterfaces();
    if (interfaces.length > 0 && !type.isAnnotation()) {
      line.append(type.isInterface() ? " extends " : " implements ").append(names(interfaces));
    }
    return line.toString();
  }

  private static String line(Field field) {
    return modifiers(field.getModifiers()) + name(field.getAnnotatedType()) + " " + field.getName();
  }

  private static String line(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers())
        + "new("
        + parameters(constructor)
        + ")"
        + thrown(constructor);
  }

  private static String line(Method method) {
    String variables = variables(method);
    int shown = method.getModifiers();
    if (method.getDeclaringClass().isInterface()) {
      // What has no body is the rule there.
      shown &= ~Modifier.ABSTRACT;
    }
    return (method.isDefault() ? "default " : modifiers(shown))
        + (variables.isEmpty() ? "" : variables + " ")
        + name(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + "("
        + parameters(method)
        + ")"
        + thrown(method);
  }

  private static String modifiers(int modifiers) {
    int shown =
        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
    return shown == 0 ? "" : Modifier.toString(shown) + " ";
  }

  private static String parameters(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    String joined = names(types);
    return executable.isVarArgs() ? joined.substring(0, joined.length() - 2) + "..." : joined;
  }

  private static String thrown(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedExceptionTypes();
    return types.length == 0 ? "" : " throws " + names(types);
  }

  private static String variables(GenericDeclaration declaration) {
    TypeVariable<?>[] variables = declaration.getTypeParameters();
    return variables.length == 0
        ? ""
        : Stream.of(variables)
            .map(
                each -> {
                  String bounds = names(each.getAnnotatedBounds()).replace(", ", " & ");
                  return each.getName() + (bounds.equals("Object") ? "" : " extends " + bounds);
                })
            .collect(joining(", ", "<", ">"));
  }

  private static String names(AnnotatedType[] types) {
    return Stream.of(types).map(ApiSignature::name).collect(joining(", "));
  }

  private static String name(AnnotatedType type) {
    String mark = nullable(type) ? "?" : "";
    if (type instanceof AnnotatedArrayType array) {
      return name(array.getAnnotatedGenericComponentType()) + "[]" + mark;
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      return simple(raw) + "<" + names(generic.getAnnotatedActualTypeArguments()) + ">" + mark;
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      if (wildcard.getAnnotatedLowerBounds().length > 0) {
        return "? super " + names(wildcard.getAnnotatedLowerBounds());
      }
      String bounds = names(wildcard.getAnnotatedUpperBounds());
      return bounds.equals("Object") || bounds.isEmpty() ? "?" : "? extends " + bounds;
    }
    if (type instanceof AnnotatedTypeVariable variable) {
      return ((TypeVariable<?>) variable.getType()).getName() + mark;
    }
    Type plain = type.getType();
    return (plain instanceof Class<?> raw ? simple(raw) : plain.getTypeName()) + mark;
  }

  private static boolean nullable(AnnotatedElement element) {
    return element.isAnnotationPresent(Nullable.class);
  }

  /** The name as sources have it; packages show in imports, and only there. */
  private static String simple(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null ? type.getSimpleName() : simple(outer) + "." + type.getSimpleName();
  }
}
