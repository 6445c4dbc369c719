package dev.fastjava.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The stream behind a logger. Its failures are told once on the standard error and otherwise
 * ignored: logging must not take the application down.
 */
final class LineOutput {
  private final OutputStream stream;
  private final boolean owned;
  private final AtomicBoolean failureTold = new AtomicBoolean();

  private LineOutput(OutputStream stream, boolean owned) {
    this.stream = stream;
    this.owned = owned;
  }

  static LineOutput of(LoggerOptions options) {
    OutputStream stream = options.stream();
    Path file = options.file();
    if (stream != null && file != null) {
      throw new IllegalArgumentException(
          "Cannot specify both logger.stream and logger.file options");
    }
    if (file != null) {
      return new LineOutput(append(file), true);
    }
    return new LineOutput(stream == null ? System.out : stream, false);
  }

  void write(byte[] bytes, int length) {
    try {
      stream.write(bytes, 0, length);
    } catch (IOException | RuntimeException failure) {
      tell(failure);
    }
  }

  void flush() {
    try {
      stream.flush();
    } catch (IOException | RuntimeException failure) {
      tell(failure);
    }
  }

  void close() {
    flush();
    if (owned) {
      try {
        stream.close();
      } catch (IOException failure) {
        tell(failure);
      }
    }
  }

  private static OutputStream append(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot open the log file " + file, failure);
    }
  }

  private void tell(Exception failure) {
    if (failureTold.compareAndSet(false, true)) {
      System.err.println("fastjava: log lines are lost, their destination failed: " + failure);
    }
  }
}
