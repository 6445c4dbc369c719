package dev.fastjava.spring.boot.service;

import dev.fastjava.spi.TextConverter;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.annotation.NumberFormat;

/** Converts texts by a conversion service, which is asked for when the first type is. */
final class SpringTextConverter implements TextConverter {
  private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

  private static final List<Class<? extends Annotation>> FORMATS =
      List.of(DateTimeFormat.class, NumberFormat.class, DurationFormat.class);

  private final Supplier<ConversionService> service;

  SpringTextConverter(Supplier<ConversionService> service) {
    this.service = service;
  }

  @Override
  public @Nullable Conversion forType(Class<?> type) {
    return conversion(TypeDescriptor.valueOf(type));
  }

  @Override
  public @Nullable Conversion forProperty(Class<?> type, List<Annotation> annotations) {
    if (annotations.isEmpty()) {
      return null;
    }
    TypeDescriptor target =
        new TypeDescriptor(
            ResolvableType.forClass(type), type, annotations.toArray(new Annotation[0]));
    return FORMATS.stream().anyMatch(target::hasAnnotation) ? conversion(target) : null;
  }

  private @Nullable Conversion conversion(TypeDescriptor target) {
    ConversionService asked = service.get();
    return asked.canConvert(TEXT, target) ? text -> asked.convert(text, TEXT, target) : null;
  }
}
