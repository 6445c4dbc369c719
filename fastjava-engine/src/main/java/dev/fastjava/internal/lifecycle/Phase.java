package dev.fastjava.internal.lifecycle;

/** The phases that run hooks, in the order of the lifecycle. Reference: Lifecycle. */
enum Phase {
  ON_REQUEST("onRequest"),
  PRE_PARSING("preParsing"),
  PRE_VALIDATION("preValidation"),
  PRE_HANDLER("preHandler"),
  PRE_SERIALIZATION("preSerialization"),
  ON_ERROR("onError"),
  ON_SEND("onSend"),
  ON_RESPONSE("onResponse"),
  ON_TIMEOUT("onTimeout"),
  ON_REQUEST_ABORT("onRequestAbort");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** The name users know. */
  String label() {
    return label;
  }

  /** Whether a reply ends the phase: its remaining hooks are skipped. */
  boolean endsWithReply() {
    return compareTo(PRE_HANDLER) <= 0;
  }

  /** Whether its hooks may replace the payload. */
  boolean replacesPayload() {
    return this == PRE_PARSING || this == PRE_SERIALIZATION || this == ON_SEND;
  }
}
