package dev.fastjava.spring.boot.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Endpoints are on the server of the application: its port is that of the management as well, and
 * settings of another server mean a mistake.
 */
final class SharedManagementPort implements SmartInitializingSingleton {
  private final ConfigurableEnvironment environment;

  SharedManagementPort(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public void afterSingletonsInstantiated() {
    refuse("address", environment.containsProperty("management.server.address"));
    refuse("SSL", environment.getProperty("management.server.ssl.enabled", Boolean.class, false));
    refuse("SSL", environment.containsProperty("management.server.ssl.bundle"));
    environment.getPropertySources().addLast(new Alias(environment));
  }

  private static void refuse(String what, boolean isSet) {
    if (isSet) {
      throw new IllegalStateException(
          "The management has no %s of its own on the server of the application: set management.server.port, too"
              .formatted(what));
    }
  }

  /** Asked when the server listens and its port is known. */
  private static final class Alias extends EnumerablePropertySource<Object> {
    private static final String NAME = "local.management.port";

    // Not the source of this one: Boot walks into environments that are, and this would be a ring.
    private final ConfigurableEnvironment environment;

    Alias(ConfigurableEnvironment environment) {
      super("fastjavaManagementPort");
      this.environment = environment;
    }

    @Override
    public String[] getPropertyNames() {
      return new String[] {NAME};
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals(NAME) ? environment.getProperty("local.server.port") : null;
    }
  }
}
