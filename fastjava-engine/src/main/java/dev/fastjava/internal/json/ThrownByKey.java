package dev.fastjava.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.introspect.AnnotatedAndMetadata;
import tools.jackson.databind.introspect.AnnotatedWithParams;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what the constructor or creator of a map's key has thrown: Jackson keeps no more of it than
 * a text. So those that make a key of a text are asked once more, where one has failed.
 */
final class ThrownByKey {
  /** How Jackson's message of such a failure begins; a test tells if that changes. */
  private static final String WEIRD_KEY = "Cannot deserialize Map key of type";

  private ThrownByKey() {}

  /** Returns what a creator of a key throws, if it names a status; null if it does not. */
  static @Nullable RuntimeException of(JacksonException failure, JsonMapper mapper) {
    if (!(failure instanceof InvalidFormatException format)
        || !(format.getValue() instanceof String key)
        || !String.valueOf(failure.getOriginalMessage()).startsWith(WEIRD_KEY)
        || format.getTargetType() == null
        || WantedType.isOfJdk(format.getTargetType().getName())) {
      return null;
    }
    JavaType type = mapper.constructType(format.getTargetType());
    RuntimeException own = null;
    for (AnnotatedWithParams creator : creators(mapper, type)) {
      own = own == null ? thrown(() -> creator.call1(key)) : own;
    }
    // What reads such values may read its keys, too.
    return own == null
        ? thrown(() -> mapper.readerFor(type).readValue(mapper.getNodeFactory().stringNode(key)))
        : own;
  }

  private interface Call {
    @Nullable Object run() throws Exception;
  }

  private static @Nullable RuntimeException thrown(Call call) {
    try {
      call.run();
      return null;
    } catch (Exception e) {
      return ThrownInside.of(e);
    }
  }

  private static List<AnnotatedWithParams> creators(JsonMapper mapper, JavaType type) {
    BeanDescription about =
        mapper._deserializationContext().introspectBeanDescriptionForCreation(type);
    List<AnnotatedWithParams> creators = new ArrayList<>();
    about.getConstructorsWithMode().forEach(each -> add(each, creators));
    about.getFactoryMethodsWithMode().forEach(each -> add(each, creators));
    return creators;
  }

  private static void add(
      AnnotatedAndMetadata<? extends AnnotatedWithParams, Mode> candidate,
      List<AnnotatedWithParams> creators) {
    AnnotatedWithParams creator = candidate.annotated;
    boolean fits =
        candidate.metadata != Mode.PROPERTIES
            && candidate.metadata != Mode.DISABLED
            && creator.getParameterCount() == 1
            && creator.getRawParameterType(0) == String.class;
    if (fits) {
      creator.fixAccess(true);
      creators.add(creator);
    }
  }
}
