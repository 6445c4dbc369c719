package dev.fastjava.internal.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers of one server had compiled lately. A handler may make a new schema for each
 * request, so there is a bound, in schemas and in the values they consist of: when the young ones
 * reach it they become the old ones, and those that were old and not used since are forgotten.
 * Thread-safe, without a lock.
 */
public final class CompiledSchemas {
  /** Far more than handlers have that keep their schemas. */
  static final int MAX_SCHEMAS = 1_000;

  /** Keywords, names and items of all young schemas; compiled, each takes some hundred bytes. */
  static final int MAX_VALUES = 20_000;

  /** What a schema counts at least: what is compiled for it has a frame, however small it is. */
  private static final int LEAST_VALUES = 10;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger values = new AtomicInteger();
  private volatile Map<Key, Entry> young = new ConcurrentHashMap<>();
  private volatile Map<Key, Entry> old = new ConcurrentHashMap<>();

  /**
   * A schema object and what it is compiled for.
   *
   * @param owner whose schema it is, by its identity
   * @param schema by its identity too: it may change, and a look at all of it would take long; but
   *     JSON texts by what they say
   * @param use tells different compiled forms of a schema apart
   */
  record Key(Object owner, Object schema, Object use) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && owner == key.owner
          && (schema == key.schema || (schema instanceof String && schema.equals(key.schema)))
          && use.equals(key.use);
    }

    @Override
    public int hashCode() {
      int hash = schema instanceof String text ? text.hashCode() : System.identityHashCode(schema);
      return hash * 31 + System.identityHashCode(owner) * 17 + use.hashCode();
    }
  }

  private record Entry(Object compiled, int size) {}

  /** What is known for a key; null when nothing is. */
  @Nullable Object get(Key key) {
    Entry found = young.get(key);
    if (found == null) {
      found = old.remove(key);
      if (found == null) {
        return null;
      }
      add(key, found);
    }
    return found.compiled;
  }

  /**
   * Keeps what was compiled.
   *
   * @param plain the schema as plain values
   */
  void put(Key key, Object compiled, Object plain) {
    int size = Math.max(LEAST_VALUES, sizeOf(plain));
    if (size <= MAX_VALUES) { // else it would drive out all others, and comes alone
      add(key, new Entry(compiled, size));
    }
  }

  private void add(Key key, Entry entry) {
    if (count.incrementAndGet() > MAX_SCHEMAS || values.addAndGet(entry.size) > MAX_VALUES) {
      // Two threads may do so one after the other: then some are forgotten early.
      count.set(1);
      values.set(entry.size);
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(key, entry);
  }

  /** How many are kept. */
  int size() {
    return young.size() + old.size();
  }

  private static int sizeOf(@Nullable Object value) {
    int size = 1;
    if (value instanceof Map<?, ?> map) {
      for (Object each : map.values()) {
        size += sizeOf(each);
      }
    } else if (value instanceof Iterable<?> list) {
      for (Object each : list) {
        size += sizeOf(each);
      }
    }
    return size;
  }
}
