package dev.fastjava.spring.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/** Where properties are set, for people. */
final class PropertyPlaces {
  private final Environment environment;

  PropertyPlaces(Environment environment) {
    this.environment = environment;
  }

  /** Those that are set of a property and of all below it, with their origins. */
  List<String> below(String name) {
    ConfigurationPropertyName above = ConfigurationPropertyName.of(name);
    Set<String> found = new LinkedHashSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable) {
        iterable.stream()
            .filter(each -> each.equals(above) || above.isAncestorOf(each))
            .map(each -> describe(each.toString()))
            .forEach(each -> found.add(String.valueOf(each)));
      }
    }
    return List.copyOf(found);
  }

  /** The first of some properties that is set, with its origin; null when none is. */
  @Nullable String describe(String... names) {
    for (String name : names) {
      for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
        ConfigurationProperty property =
            source.getConfigurationProperty(ConfigurationPropertyName.of(name));
        if (property != null) {
          String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
          return "the property '" + name + "'" + origin;
        }
      }
    }
    return null;
  }
}
