package dev.fastjava.spring.boot;

import dev.fastjava.FastjavaOptions;
import java.net.InetAddress;
import java.util.function.Consumer;

/**
 * Makes servers beside the application's own. All properties {@code fastjava.*} hold for them as
 * well, but where they listen, and with what protection, is said here.
 *
 * <pre>{@code
 * @Bean
 * FastjavaServer admin(FastjavaServers servers) {
 *   return servers.create(server -> server.port(9090));
 * }
 * }</pre>
 *
 * @see OnServer
 */
public interface FastjavaServers {
  /**
   * Makes a server, to be returned as a bean.
   *
   * @param settings sets where it listens
   * @return a server that does not listen yet
   */
  FastjavaServer create(Consumer<Settings> settings);

  /** Where a server listens, and how. */
  interface Settings {
    /**
     * Sets the port.
     *
     * @param port the port; 0 for any free one, which is the default; less for none at all
     * @return this
     */
    Settings port(int port);

    /**
     * Sets the address.
     *
     * @param address an address of this machine; all by default
     * @return this
     */
    Settings address(InetAddress address);

    /**
     * Serves with TLS. Without, it is served without, whatever {@code server.ssl} says.
     *
     * @param bundle the name of an SSL bundle
     * @return this
     */
    Settings sslBundle(String bundle);

    /**
     * Changes options, after the properties.
     *
     * @param options sets options of the instance
     * @return this
     */
    Settings options(Consumer<FastjavaOptions.Builder> options);
  }
}
