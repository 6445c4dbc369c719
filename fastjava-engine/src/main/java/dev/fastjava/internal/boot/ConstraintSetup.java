package dev.fastjava.internal.boot;

import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.constraints.BeanPlans;
import dev.fastjava.internal.constraints.ConstraintCheck;
import dev.fastjava.internal.constraints.DeclaredConstraints;
import dev.fastjava.internal.constraints.UnsaidConstraint;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.SentText;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.lifecycle.ConstrainedValidator;
import dev.fastjava.internal.lifecycle.ConstrainedValidator.Target;
import dev.fastjava.internal.lifecycle.RouteConstraints;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.types.PartialSchema;
import dev.fastjava.internal.types.ReadNames;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.Validator;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Finds the constraints of a server's types that no schema says, and sees to their check. */
final class ConstraintSetup {
  private static final boolean ANNOTATIONS = isPresent("jakarta.validation.Constraint");

  private static final String NO_VALIDATOR =
      "there is no validator to check it: set the option beanConstraints, under Spring by a"
          + " jakarta.validation.Validator bean";

  private static final String OUT_OF_REACH =
      "this validator compiler cannot tell which values the type stands for: use the type at"
          + " properties, items, allOf or additionalProperties alone";

  private static final String UNBINDABLE =
      "the type cannot be bound for the validator without the properties that are left out: make"
          + " the part a type of its own";

  private final JsonBinder binder;
  private final @Nullable BeanConstraints constraints;
  private final boolean allErrors;
  private final long maxRegexSteps;
  private final Map<HttpPart, BeanPlans> plans = new EnumMap<>(HttpPart.class);

  ConstraintSetup(
      JsonBinder binder, @Nullable BeanConstraints constraints, ValidationOptions options) {
    this.binder = binder;
    this.constraints = constraints;
    this.allErrors = options.allErrors();
    this.maxRegexSteps = options.maxRegexSteps();
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, ConstraintSetup.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether there are constraints at all that anybody wants to be told. */
  private boolean isIdle() {
    return !ANNOTATIONS || constraints == BeanConstraints.unchecked();
  }

  private synchronized BeanPlans plans(HttpPart part) {
    // Names are the same in all parts but the headers, and only bodies may have a view.
    boolean alike = part != HttpPart.HEADERS && !binder.limitsBodies();
    HttpPart like = alike ? HttpPart.BODY : part;
    return plans.computeIfAbsent(
        like, each -> new BeanPlans(binder.of(each).mapper(), constraints));
  }

  /** Starts with a route. */
  ForRoute route(List<Class<?>> groups) {
    return new ForRoute(groups);
  }

  /** The constraints of one route. */
  final class ForRoute {
    private final List<Class<?>> groups;
    private final Map<HttpPart, Set<Type>> declared = new EnumMap<>(HttpPart.class);

    private ForRoute(List<Class<?>> groups) {
      this.groups = groups;
    }

    private ConstraintCheck check(HttpPart part, BeanConstraints checks) {
      boolean lowerNames = part == HttpPart.HEADERS;
      return new ConstraintCheck(checks, plans(part), groups, allErrors, lowerNames, maxRegexSteps);
    }

    /** What checks the types that the route does not declare; null when nothing does. */
    @Nullable RouteConstraints others() {
      if (isIdle() || constraints == null) {
        return null;
      }
      Map<HttpPart, ConstraintCheck> checks = new EnumMap<>(HttpPart.class);
      for (HttpPart part : HttpPart.values()) {
        checks.put(part, check(part, constraints));
      }
      return new RouteConstraints(checks, declared);
    }

    /**
     * Whether a type, or one that its values consist of, has constraints. Those that the schema
     * says count too: it sees what was sent, and what is bound may be something else, by another
     * name, by what a new object has, or by what a constructor makes of it.
     */
    private boolean isConstrained(HttpPart part, Place place) {
      Map<?, ?> names = place.part() == null ? Map.of() : place.schema;
      return !DeclaredConstraints.unsaid(
              place.type(), names, Map.of(), plans(part), constraints, groups, false)
          .isEmpty();
    }

    /** The constraints that nothing checks but what binds the type. */
    private List<UnsaidConstraint> unsaid(
        HttpPart part, Place place, Map<?, ?> root, boolean byNames) {
      return DeclaredConstraints.unsaid(
              place.type(), place.schema, root, plans(part), constraints, groups, byNames)
          .stream()
          .filter(each -> !each.optional())
          .toList();
    }

    /**
     * Compiles a schema, and adds the check of constraints to its validator.
     *
     * @return the validator itself when there are none
     * @throws SchemaBuildException when there is a constraint that nothing can check
     */
    Validator of(HttpPart part, Object schema, Callable<Validator> compile) throws Exception {
      if (isIdle() || !(schema instanceof Map<?, ?> root)) {
        return compile.call();
      }
      List<Place> places = new ArrayList<>();
      find(root, List.of(), true, places);
      if (constraints == null) {
        Validator validator = compile.call();
        for (Place place : places) {
          unsaid(part, place, root, isOwn(validator)).stream()
              .findFirst()
              .ifPresent(each -> refuse(part, place, each, NO_VALIDATOR));
        }
        return validator;
      }
      ConstraintCheck check = check(part, constraints);
      List<Target> targets = new ArrayList<>();
      List<Place> inside = new ArrayList<>();
      for (Place place : places) {
        if (place.reachable && place.path.isEmpty()) {
          declared.computeIfAbsent(part, each -> new HashSet<>()).add(place.type());
        }
        if (!isConstrained(part, place)) {
          continue;
        }
        if (!place.isBindable()) {
          unsaid(part, place, root, true).stream()
              .findFirst()
              .ifPresent(each -> refuse(part, place, each, UNBINDABLE));
        } else if (place.reachable) {
          targets.add(new Target(place.path, place.type(), place.part()));
        } else {
          inside.add(place);
          place.schema.checkBound((value, sent) -> violations(part, place, check, value, sent));
        }
      }
      Validator validator = compile.call();
      if (!isOwn(validator)) {
        for (Place place : inside) {
          unsaid(part, place, root, false).stream()
              .findFirst()
              .ifPresent(each -> refuse(part, place, each, OUT_OF_REACH));
        }
      }
      return targets.isEmpty() && inside.isEmpty()
          ? validator
          : new ConstrainedValidator(validator, part, targets, binder.of(part), check, allErrors);
    }

    private List<ValidationError> violations(
        HttpPart part, Place place, ConstraintCheck check, Object value, SentText sent) {
      try {
        return check.check(
            binder.of(part).bindPart(part, value, place.type(), sent), "", place.part());
      } catch (ValidationException e) {
        return e.validation();
      }
    }
  }

  /** Whether a validator is one that knows what schemas of types say besides their keywords. */
  private static boolean isOwn(Validator validator) {
    return validator instanceof TokenValidator;
  }

  private static void refuse(
      HttpPart part, Place place, UnsaidConstraint constraint, String reason) {
    StringBuilder where = new StringBuilder(part.label());
    place.path.forEach(step -> where.append('/').append(step));
    throw new SchemaBuildException(
        "the constraint "
            + constraint.name()
            + " of "
            + constraint.where(where.toString())
            + " ("
            + place.type().getTypeName()
            + ") cannot be said by a schema, and "
            + reason,
        "#");
  }

  /**
   * A type in a schema.
   *
   * @param reachable whether values at it can be found without deciding between schemas
   */
  private record Place(List<String> path, boolean reachable, DerivedNode schema) {
    Type type() {
      return schema instanceof DerivedSchema derived
          ? derived.type()
          : ((PartialSchema) schema).type();
    }

    /** Which properties of the type there are; null for all. */
    @Nullable ReadNames part() {
      return schema instanceof PartialSchema ? schema.names() : null;
    }

    boolean isBindable() {
      return !(schema instanceof PartialSchema part) || part.isBindable();
    }
  }

  private static void find(
      @Nullable Object schema, List<String> path, boolean reachable, List<Place> places) {
    if (schema instanceof DerivedSchema || schema instanceof PartialSchema) {
      places.add(new Place(path, reachable, (DerivedNode) schema));
    } else if (schema instanceof List<?> list) {
      list.forEach(each -> find(each, path, reachable, places));
    } else if (schema instanceof Map<?, ?> map) {
      // Beside names, a value of another name cannot be told from one that is named.
      boolean alone = !map.containsKey("properties") && !map.containsKey("patternProperties");
      map.forEach(
          (key, value) ->
              find(
                  String.valueOf(key),
                  value,
                  path,
                  reachable && (alone || !"additionalProperties".equals(key)),
                  places));
    }
  }

  private static void find(
      String keyword,
      @Nullable Object value,
      List<String> path,
      boolean reachable,
      List<Place> places) {
    switch (keyword) {
      case "properties" -> {
        if (value instanceof Map<?, ?> properties) {
          properties.forEach(
              (name, each) -> find(each, plus(path, String.valueOf(name)), reachable, places));
        }
      }
      case "items", "additionalProperties" ->
          find(value, plus(path, Target.EACH), reachable && value instanceof Map, places);
      case "allOf" -> find(value, path, reachable, places);
      default -> find(value, path, false, places);
    }
  }

  private static List<String> plus(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}
