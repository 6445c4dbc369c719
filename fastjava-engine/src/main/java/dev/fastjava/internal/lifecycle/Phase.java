package dev.fastjava.internal.lifecycle;

/** The phases that run hooks, in the order of the lifecycle. Reference: Lifecycle. */
enum Phase {
  ON_REQUEST,
  PRE_PARSING,
  PRE_VALIDATION,
  PRE_HANDLER,
  PRE_SERIALIZATION,
  ON_ERROR,
  ON_SEND,
  ON_RESPONSE,
  ON_TIMEOUT,
  ON_REQUEST_ABORT;

  /** Whether a reply ends the phase: its remaining hooks are skipped. */
  boolean endsWithReply() {
    return compareTo(PRE_HANDLER) <= 0;
  }

  /** Whether its hooks may replace the payload. */
  boolean replacesPayload() {
    return this == PRE_PARSING || this == PRE_SERIALIZATION || this == ON_SEND;
  }
}
