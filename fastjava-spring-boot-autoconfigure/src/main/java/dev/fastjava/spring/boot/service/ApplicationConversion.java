package dev.fastjava.spring.boot.service;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionService;

/** Finds the conversion service of an application. */
final class ApplicationConversion {
  private ApplicationConversion() {}

  /**
   * The bean {@code conversionService}, else the only or the primary bean of the type, else one of
   * all converters and formatters that are beans.
   */
  static ConversionService of(ConfigurableListableBeanFactory beans) {
    String usual = ConfigurableApplicationContext.CONVERSION_SERVICE_BEAN_NAME;
    if (beans.containsBean(usual)) {
      return beans.getBean(usual, ConversionService.class);
    }
    ObjectProvider<ConversionService> others = beans.getBeanProvider(ConversionService.class);
    ConversionService only = others.getIfUnique();
    if (only != null) {
      return only;
    }
    ApplicationConversionService own = new ApplicationConversionService();
    ApplicationConversionService.addBeans(own, beans);
    return own;
  }
}
