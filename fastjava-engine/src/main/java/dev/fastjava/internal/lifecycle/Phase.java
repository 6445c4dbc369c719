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
  private final String stage;

  Phase(String label) {
    this.label = label;
    this.stage = "the stage of a " + label + " hook";
  }

  /** The name users know. */
  String label() {
    return label;
  }

  /** What a request waits for while a hook of the phase completes later. */
  String stage() {
    return stage;
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
