package dev.fastjava.internal.content;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of one server remember of the content types they saw. Clients choose these texts,
 * so all memories together have a bound, in bytes; long texts are not remembered at all, and when
 * the room is used up everything is forgotten. What comes again is back at once. Thread-safe.
 */
public final class SeenTypes {
  /** Types in use are shorter, but for those with a value of their own, such as a boundary. */
  static final int MAX_LENGTH = 64;

  static final int MAX_BYTES = 256 << 10;

  /** The objects of an entry, beside the characters of its texts. */
  private static final int ENTRY_BYTES = 600;

  /** A character stands in the header, in its parts and in its normal form. */
  private static final int BYTES_A_CHARACTER = 4;

  private final AtomicInteger bytes = new AtomicInteger();
  private final Set<Memory<?>> inUse = ConcurrentHashMap.newKeySet();

  /** Returns an empty memory. */
  <V> Memory<V> memory() {
    return new Memory<>(this);
  }

  /** How many bytes all memories hold, as far as it can be told from the texts. */
  int bytes() {
    return bytes.get();
  }

  private void makeRoom(Memory<?> memory, int length) {
    inUse.add(memory);
    int added = ENTRY_BYTES + length * BYTES_A_CHARACTER;
    if (bytes.addAndGet(added) > MAX_BYTES) {
      // What another thread adds meanwhile may go uncounted until all is forgotten the next time.
      inUse.forEach(each -> each.seen.clear());
      bytes.set(added);
    }
  }

  /** What one table remembers. */
  static final class Memory<V> {
    private final SeenTypes owner;
    private final Map<String, V> seen = new ConcurrentHashMap<>();

    private Memory(SeenTypes owner) {
      this.owner = owner;
    }

    @Nullable V get(String header) {
      return seen.get(header);
    }

    void put(String header, V value) {
      if (header.length() <= MAX_LENGTH) {
        owner.makeRoom(this, header.length());
        seen.put(header, value);
      }
    }

    int size() {
      return seen.size();
    }
  }
}
