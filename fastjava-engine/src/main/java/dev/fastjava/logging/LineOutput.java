package dev.fastjava.logging;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The stream or file behind a logger. A failure is told once on the standard error, until the
 * destination works again: logging must not take the application down. A file that was moved away
 * is opened anew. Used by one thread at a time.
 */
final class LineOutput {
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] LINE_END = {'\n'};

  private final @Nullable Path file;
  private OutputStream stream;
  private @Nullable Object fileKey;
  private long checkedAt;

  /** The last write failed, and may have written the beginning of a line. */
  private boolean failing;

  private LineOutput(OutputStream stream, @Nullable Path file) {
    this.stream = stream;
    this.file = file;
    this.fileKey = file == null ? null : keyOf(file);
    this.checkedAt = System.nanoTime();
  }

  static LineOutput of(LoggerOptions options) {
    OutputStream stream = options.stream();
    Path file = options.file();
    if (stream != null && file != null) {
      throw new IllegalArgumentException(
          "Cannot specify both logger.stream and logger.file options");
    }
    if (file == null) {
      return new LineOutput(stream == null ? System.out : stream, null);
    }
    try {
      return new LineOutput(append(file), file);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot open the log file " + file, failure);
    }
  }

  /** Writes whole lines; false when they are lost. */
  boolean write(byte[] bytes, int length) {
    try {
      reopenWhenMoved();
      if (failing && file != null) {
        stream.write(LINE_END);
      }
      stream.write(bytes, 0, length);
      failing = false;
      return true;
    } catch (Throwable failure) {
      // A stream of the application's own may throw anything; the writing thread must live on.
      tell(failure);
      return false;
    }
  }

  void flush() {
    try {
      stream.flush();
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  void close() {
    flush();
    if (file != null) {
      close(stream);
    }
  }

  /** Log rotation renames the file, or removes it, and expects a new one. */
  private void reopenWhenMoved() {
    long now = System.nanoTime();
    if (file == null || now - checkedAt < CHECK_NANOS) {
      return;
    }
    checkedAt = now;
    Object key = keyOf(file);
    if (key != null && key.equals(fileKey)) {
      return;
    }
    try {
      OutputStream fresh = append(file);
      close(stream);
      stream = fresh;
      fileKey = keyOf(file);
    } catch (IOException failure) {
      // Lines go on to the old file, that is better than nowhere.
      tell(failure);
      failing = false;
    }
  }

  /** What tells a file from another one of the same name; null when it is not there. */
  private static @Nullable Object keyOf(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      // Some systems have no such key. There, an open file cannot be moved either.
      return key == null ? file : key;
    } catch (IOException missing) {
      return null;
    }
  }

  /** No channel: the interrupt of a thread that logs would close it for good. */
  private static OutputStream append(Path file) throws IOException {
    return file.getFileSystem() == FileSystems.getDefault()
        ? new FileOutputStream(file.toFile(), true)
        : Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void close(OutputStream old) {
    try {
      old.close();
    } catch (IOException failure) {
      tell(failure);
    }
  }

  private void tell(Throwable failure) {
    if (!failing) {
      failing = true;
      System.err.println("fastjava: log lines are lost, their destination failed: " + failure);
    }
  }
}
