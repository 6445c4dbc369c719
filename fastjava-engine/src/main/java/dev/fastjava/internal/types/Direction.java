package dev.fastjava.internal.types;

/** What a schema of a type describes: what Jackson reads, what it writes, or all of it at once. */
public enum Direction {
  /** The schema of a body or another part of requests. */
  READ,

  /** The schema of a reply. */
  WRITE,

  /** A schema whose use is not known: it is as open as either needs. */
  BOTH;

  boolean reads() {
    return this != WRITE;
  }

  boolean writes() {
    return this != READ;
  }
}
