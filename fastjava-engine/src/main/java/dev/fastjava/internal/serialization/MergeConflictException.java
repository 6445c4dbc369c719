package dev.fastjava.internal.serialization;

/** Two schemas ask for what no value can be at once. */
final class MergeConflictException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MergeConflictException(String keyword) {
    super("Failed to merge \"" + keyword + "\" keyword schemas.");
  }
}
