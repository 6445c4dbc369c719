package dev.fastjava.benchmarks;

/** The server which load tests talk to. */
public final class BenchServer {

  private BenchServer() {}

  /**
   * Starts the server.
   *
   * @param args unused
   */
  public static void main(String[] args) {
    System.out.println("The engine has no server yet.");
  }
}
