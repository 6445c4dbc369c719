package dev.fastjava.internal.netty;

import org.jspecify.annotations.Nullable;

/**
 * How the last streams of a connection ended. The library forgets a stream when it is closed, but
 * what a frame that arrives later means depends on it (RFC 9113, 5.1).
 */
final class ClosedStreams {
  /** Who ended a stream. */
  enum End {
    /** Both sides were complete. */
    COMPLETE,
    /** The server reset it: what the client had under way is to be ignored. */
    RESET_BY_SERVER,
    /** The client reset it. */
    RESET_BY_CLIENT
  }

  /**
   * What arrives late was sent within the time of one round trip, in which a client opens no more
   * streams than it may have at once. Twice that.
   */
  private static final int REMEMBERED = 256;

  private int @Nullable [] streams;
  private End[] ends = {};
  private int[] ignored = {};
  private int next;

  void add(int stream, End end) {
    if (streams == null) {
      streams = new int[REMEMBERED];
      ends = new End[REMEMBERED];
      ignored = new int[REMEMBERED];
    }
    int known = indexOf(stream);
    int at = known < 0 ? next : known;
    if (known < 0) {
      next = (next + 1) % REMEMBERED;
      ignored[at] = 0;
    }
    streams[at] = stream;
    ends[at] = end;
  }

  /** How a stream ended; null when it is not known, or no longer. */
  @Nullable End of(int stream) {
    int at = indexOf(stream);
    return at < 0 ? null : ends[at];
  }

  /**
   * Counts bytes that are ignored on a stream that the server has reset.
   *
   * @return how many they are now
   */
  int ignore(int stream, int bytes) {
    int at = indexOf(stream);
    if (at >= 0) {
      ignored[at] += bytes;
      return ignored[at];
    }
    return 0;
  }

  private int indexOf(int stream) {
    if (streams != null) {
      // Seldom asked for, and mostly about the last ones: not worth a map.
      for (int i = 0; i < REMEMBERED; i++) {
        int at = Math.floorMod(next - 1 - i, REMEMBERED);
        if (streams[at] == stream) {
          return at;
        }
      }
    }
    return -1;
  }
}
