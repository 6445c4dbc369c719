package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.FastjavaServers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.Ssl;

/** Makes servers beside the application's own, and finds them. */
final class FurtherServers implements FastjavaServers {
  private final ConfigurableListableBeanFactory factory;
  private final Shutdown shutdown;
  private final @Nullable SslBundles sslBundles;

  FurtherServers(
      ConfigurableListableBeanFactory factory, Shutdown shutdown, @Nullable SslBundles sslBundles) {
    this.factory = factory;
    this.shutdown = shutdown;
    this.sslBundles = sslBundles;
  }

  @Override
  public FastjavaServer create(Consumer<Settings> settings) {
    Given given = new Given();
    settings.accept(given);
    Ssl ssl = given.bundle == null ? null : Ssl.forBundle(given.bundle);
    return create(
        "",
        new ServerSettings(given.port, given.address, ssl, false, shutdown, sslBundles),
        given.options);
  }

  /**
   * Makes a server.
   *
   * @param name empty for that of the bean
   */
  FurtherServer create(
      String name, ServerSettings settings, Consumer<FastjavaOptions.Builder> options) {
    Fastjava app =
        new InstanceCreation(factory)
            .createFurther(
                all -> {
                  settings.customize(all);
                  options.accept(all);
                });
    return new FurtherServer(name, app, settings);
  }

  /** Those of this context. */
  static List<FurtherServer> in(ConfigurableListableBeanFactory factory) {
    List<FurtherServer> servers = new ArrayList<>();
    for (FastjavaServer server : factory.getBeansOfType(FastjavaServer.class).values()) {
      if (server instanceof FurtherServer ours) {
        servers.add(ours);
      }
    }
    return servers;
  }

  /** What the application says. */
  private static final class Given implements Settings {
    private int port;
    private @Nullable InetAddress address;
    private @Nullable String bundle;
    private Consumer<FastjavaOptions.Builder> options = none -> {};

    @Override
    public Settings port(int value) {
      port = value;
      return this;
    }

    @Override
    public Settings address(InetAddress value) {
      address = value;
      return this;
    }

    @Override
    public Settings sslBundle(String value) {
      bundle = value;
      return this;
    }

    @Override
    public Settings options(Consumer<FastjavaOptions.Builder> more) {
      options = options.andThen(more);
      return this;
    }
  }
}
