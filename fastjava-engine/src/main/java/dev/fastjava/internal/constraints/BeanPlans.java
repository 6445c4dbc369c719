package dev.fastjava.internal.constraints;

import com.fasterxml.jackson.annotation.Nulls;
import dev.fastjava.internal.constraints.BeanPlan.Property;
import dev.fastjava.internal.json.Introspection;
import dev.fastjava.internal.types.FreshBeans;
import dev.fastjava.internal.types.MapperViews;
import dev.fastjava.schema.BeanConstraints;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyMetadata;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.NameTransformer;

/**
 * The plans of all classes that values were bound to, by the mapper that bound them. As many as the
 * application has classes. Thread-safe.
 */
public final class BeanPlans {
  private final JsonMapper mapper;
  private final MapperViews views;
  private final FreshBeans fresh;
  private final @Nullable BeanConstraints constraints;
  private final Map<Class<?>, BeanPlan> plans = new ConcurrentHashMap<>();

  /**
   * Makes the plans for a mapper.
   *
   * @param constraints what checks; null when nothing does
   */
  public BeanPlans(JsonMapper mapper, @Nullable BeanConstraints constraints) {
    this.mapper = mapper;
    this.views = new MapperViews(mapper);
    this.fresh = new FreshBeans(mapper);
    this.constraints = constraints;
  }

  JsonMapper mapper() {
    return mapper;
  }

  /** The plan of a class. */
  BeanPlan of(Class<?> type) {
    BeanPlan known = plans.get(type);
    if (known == null) {
      // Outside of the map: a plan may take long, and two threads may make the same one.
      known = make(type);
      plans.put(type, known);
    }
    return known;
  }

  private BeanPlan make(Class<?> type) {
    if (BeanPlan.isLeaf(type)) {
      return BeanPlan.EMPTY;
    }
    return BeanPlan.of(isConstrained(type), properties(mapper.constructType(type)));
  }

  private boolean isConstrained(Class<?> type) {
    try {
      return constraints != null && constraints.isConstrained(type);
    } catch (RuntimeException e) {
      throw ConstraintCheck.failure(e);
    }
  }

  /** Whether new objects of a class have a value that a constraint of a member admits. */
  boolean sets(Class<?> type, Member member) {
    return fresh.sets(type, member);
  }

  /** The properties by their names in Java: those that are read, then those only written. */
  List<Map.Entry<String, Property>> properties(JavaType type) {
    Map<String, BeanPropertyDefinition> written = new HashMap<>();
    List<BeanPropertyDefinition> getters = Introspection.ofWriting(mapper, type).findProperties();
    for (BeanPropertyDefinition each : getters) {
      // An unwrapped component is there twice, once as a parameter that nothing reads.
      if (each.getAccessor() != null) {
        written.put(each.getInternalName(), each);
      }
    }
    List<Map.Entry<String, Property>> properties = new ArrayList<>();
    BeanDescription reading = Introspection.ofReading(mapper, type);
    for (BeanPropertyDefinition each : reading.findProperties()) {
      add(each, written.get(each.getInternalName()), views.admits(each, reading), properties);
    }
    for (BeanPropertyDefinition each : getters) {
      add(each, each, true, properties);
    }
    return properties;
  }

  private void add(
      BeanPropertyDefinition read,
      @Nullable BeanPropertyDefinition written,
      boolean inView,
      List<Map.Entry<String, Property>> properties) {
    AnnotatedMember accessor = written == null ? read.getField() : written.getAccessor();
    if (accessor != null) {
      accessor.fixAccess(true);
    }
    AnnotatedMember primary = read.getPrimaryMember();
    boolean cascades = false;
    for (AnnotatedMember each :
        new @Nullable AnnotatedMember[] {read.getField(), read.getGetter(), accessor}) {
      if (each != null && isFieldOrMethod(each.getMember())) {
        cascades |= BeanPlan.cascades(each.getMember(), read.getPrimaryType());
      }
    }
    NameTransformer unwrapped =
        primary == null
            ? null
            : mapper
                .deserializationConfig()
                .getAnnotationIntrospector()
                .findUnwrappingNameTransformer(mapper.deserializationConfig(), primary);
    properties.add(
        Map.entry(
            read.getInternalName(),
            new Property(
                read.getName(),
                properties.size(),
                accessor,
                inView,
                read.getPrimaryType(),
                cascades,
                isAsSent(read),
                unwrapped)));
  }

  private boolean isAsSent(BeanPropertyDefinition property) {
    PropertyMetadata said = property.getMetadata();
    Boolean merged =
        mapper.deserializationConfig().getDefaultMergeable(property.getRawPrimaryType());
    return said.getMergeInfo() == null
        && !Boolean.TRUE.equals(merged)
        && said.getContentNulls() != Nulls.SKIP
        && mapper.deserializationConfig().getDefaultNullHandling().getContentNulls() != Nulls.SKIP;
  }

  private static boolean isFieldOrMethod(Member member) {
    return member instanceof Field || member instanceof Method;
  }
}
