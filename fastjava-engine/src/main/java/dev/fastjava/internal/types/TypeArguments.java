package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.TypeContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the parameters of generic classes, and whether null may: of a {@code
 * Page<@Nullable String>} the generator keeps only that it is one of texts. An argument that may be
 * null is given to it as an optional, whose schema is that of the text or null.
 */
final class TypeArguments {
  private TypeArguments() {}

  /** What to describe in the place of a member's type; null when it is the type itself. */
  // The types are equal where their arguments differ in what they say of null alone.
  @SuppressWarnings("ReferenceEquality")
  static @Nullable List<ResolvedType> of(MemberScope<?, ?> member) {
    if (member.isFakeContainerItemScope()) {
      return null;
    }
    Member raw = (Member) member.getRawMember();
    ResolvedType declared = member.getDeclaredType();
    boolean marked = Nullness.isMarked(raw.getDeclaringClass());
    ResolvedType inherited = inherited(member, declared);
    ResolvedType described =
        inherited == null
            ? described(Nullness.type(raw), declared, marked, member.getContext())
            : inherited;
    return described == declared ? null : List.of(described);
  }

  /** Whether null may stand for the parameter of its class that a member has the type of. */
  static boolean admitNull(MemberScope<?, ?> member) {
    return (isVariable(member) && member.getDeclaredType().getErasedType() == Optional.class)
        || inherited(member, member.getDeclaredType()) != null;
  }

  private static boolean isVariable(MemberScope<?, ?> member) {
    return Nullness.type((Member) member.getRawMember()) instanceof AnnotatedTypeVariable;
  }

  private static ResolvedType described(
      AnnotatedType annotated, ResolvedType type, boolean marked, TypeContext types) {
    List<ResolvedType> arguments = type.getTypeParameters();
    if (annotated instanceof AnnotatedWildcardType wildcard) {
      return described(wildcard.getAnnotatedUpperBounds()[0], type, marked, types);
    }
    if (!(annotated instanceof AnnotatedParameterizedType generic)
        || ((ParameterizedType) generic.getType()).getRawType() != type.getErasedType()) {
      return type;
    }
    AnnotatedType[] declared = generic.getAnnotatedActualTypeArguments();
    TypeVariable<?>[] parameters = type.getErasedType().getTypeParameters();
    List<ResolvedType> described = new ArrayList<>();
    for (int i = 0; i < declared.length; i++) {
      ResolvedType argument = described(declared[i], arguments.get(i), marked, types);
      boolean ofOptional = argument.getErasedType() == Optional.class;
      boolean nulls =
          !ofOptional
              && !isContainer(type.getErasedType())
              && admitsNull(declared[i].getAnnotations(), parameters[i], marked);
      described.add(nulls ? types.resolve(Optional.class, argument) : argument);
    }
    return described.equals(arguments)
        ? type
        : types.resolve(type.getErasedType(), described.toArray(new ResolvedType[0]));
  }

  /** Where nothing is said about an argument, its parameter may say that null is one. */
  private static boolean admitsNull(Annotation[] own, TypeVariable<?> parameter, boolean marked) {
    return Nullness.saysNullable(own)
        || (!marked && !Nullness.saysNotNull(own) && admitsNull(parameter));
  }

  private static boolean admitsNull(TypeVariable<?> parameter) {
    return Arrays.stream(parameter.getAnnotatedBounds())
        .allMatch(bound -> Nullness.saysNullable(bound.getAnnotations()));
  }

  /** The levels of containers are told by themselves. */
  private static boolean isContainer(Class<?> type) {
    return Iterable.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || type.getName().startsWith("java.");
  }

  /**
   * The type of a member that is a parameter of a class above, for which a class below says that
   * null may stand; null when it is none.
   */
  private static @Nullable ResolvedType inherited(MemberScope<?, ?> member, ResolvedType declared) {
    if (!(Nullness.type((Member) member.getRawMember()) instanceof AnnotatedTypeVariable variable)
        || member.getDeclarationDetails() == null
        || declared.getErasedType() == Optional.class) {
      return null;
    }
    Class<?> owner = ((Member) member.getRawMember()).getDeclaringClass();
    ResolvedType target = member.getDeclarationDetails().getSchemaTargetType();
    AnnotatedType above = target == null ? null : above(target.getErasedType(), owner);
    if (!(above instanceof AnnotatedParameterizedType generic)) {
      return null;
    }
    int at = Arrays.asList(owner.getTypeParameters()).indexOf(variable.getType());
    Annotation[] own =
        at < 0 ? new Annotation[0] : generic.getAnnotatedActualTypeArguments()[at].getAnnotations();
    return Nullness.saysNullable(own)
        ? member.getContext().resolve(Optional.class, declared)
        : null;
  }

  /** How a class names one that it extends, directly or by others. */
  private static @Nullable AnnotatedType above(Class<?> type, Class<?> owner) {
    for (Class<?> each = type; each != null && each != owner; each = each.getSuperclass()) {
      if (each.getSuperclass() == owner) {
        return each.getAnnotatedSuperclass();
      }
    }
    return null;
  }
}
