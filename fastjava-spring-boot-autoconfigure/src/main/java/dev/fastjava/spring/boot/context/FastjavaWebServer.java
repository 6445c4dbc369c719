package dev.fastjava.spring.boot.context;

import dev.fastjava.Fastjava;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;

/**
 * A {@link Fastjava} instance as Spring Boot sees a web server. Starts once: an instance that was
 * closed cannot listen again.
 */
public final class FastjavaWebServer implements WebServer {
  private static final Log logger = LogFactory.getLog(FastjavaWebServer.class);

  /** All addresses, of IPv6 as well where the machine has it. */
  private static final String ANY_ADDRESS = "0.0.0.0";

  private final Fastjava app;
  private final int port;
  private final @Nullable InetAddress address;
  private final Shutdown shutdown;
  private final FastjavaClosing closing;
  private volatile boolean started;

  /**
   * Makes a server that does not listen yet.
   *
   * @param app the instance to serve
   * @param port the port; 0 for any free one, less for none at all
   * @param address the address to bind; null for all
   * @param shutdown whether stopping waits for requests under way
   * @param closing the owner of closing the instance
   */
  public FastjavaWebServer(
      Fastjava app,
      int port,
      @Nullable InetAddress address,
      Shutdown shutdown,
      FastjavaClosing closing) {
    this.closing = closing;
    this.app = app;
    this.port = port;
    this.address = address;
    this.shutdown = shutdown;
  }

  /**
   * Listens.
   *
   * @throws PortInUseException when the port is taken
   * @throws WebServerException when it cannot listen for another reason
   */
  @Override
  public void start() throws WebServerException {
    if (started || port < 0) {
      return;
    }
    String host = address == null ? ANY_ADDRESS : address.getHostAddress();
    try {
      app.listen(options -> options.port(port).host(host)).join();
    } catch (CompletionException failure) {
      throw asServerException(failure);
    }
    started = true;
    keepProcessAlive();
    logger.info("FastJava started on port " + getPort());
  }

  private WebServerException asServerException(CompletionException failure) {
    PortInUseException.throwIfPortBindingException(failure, () -> port);
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new ServerStartException(address, port, cause);
  }

  /** The threads of the engine may all be daemons, and those of the application as well. */
  private void keepProcessAlive() {
    Thread thread = new Thread(this::awaitStop, "fastjava-keep-alive");
    thread.setContextClassLoader(getClass().getClassLoader());
    thread.setDaemon(false);
    thread.start();
  }

  private void awaitStop() {
    closing.over().join();
  }

  /** Closes the instance and waits for it. */
  @Override
  public void stop() throws WebServerException {
    try {
      closing.destroy();
    } catch (RuntimeException failure) {
      throw new WebServerException("Unable to stop the FastJava server", failure);
    }
  }

  CompletableFuture<Void> stopAsync() {
    return closing.begin();
  }

  @Override
  public void shutDownGracefully(GracefulShutdownCallback callback) {
    if (shutdown == Shutdown.IMMEDIATE || !started) {
      callback.shutdownComplete(GracefulShutdownResult.IMMEDIATE);
      return;
    }
    logger.info("Commencing graceful shutdown. Waiting for active requests to complete");
    CompletableFuture<Void> unused =
        closing
            .endRequests()
            .thenAccept(
                cut -> {
                  if (cut > 0) {
                    logger.info("Graceful shutdown aborted with one or more requests still active");
                    callback.shutdownComplete(GracefulShutdownResult.REQUESTS_ACTIVE);
                  } else {
                    logger.info("Graceful shutdown complete");
                    callback.shutdownComplete(GracefulShutdownResult.IDLE);
                  }
                });
  }

  @Override
  public void destroy() {
    stop();
  }

  /**
   * Returns whether the server listens.
   *
   * @return true from the start until everything is closed
   */
  public boolean isRunning() {
    return started && !closing.over().isDone();
  }

  /**
   * Returns the port the server listens on.
   *
   * @return the port; -1 when it does not listen
   */
  @Override
  public int getPort() {
    List<InetSocketAddress> addresses = app.addresses();
    return addresses.isEmpty() ? -1 : addresses.get(0).getPort();
  }
}
