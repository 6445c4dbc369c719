package dev.fastjava.internal.netty;

import java.io.IOException;

/** One requirement of an RFC, and a client that finds out whether the server meets it. */
record Http2Rule(String section, String text, Script script) {
  static final int NO_ERROR = 0;
  static final int PROTOCOL_ERROR = 1;
  static final int FLOW_CONTROL_ERROR = 3;
  static final int STREAM_CLOSED = 5;
  static final int FRAME_SIZE_ERROR = 6;
  static final int REFUSED_STREAM = 7;
  static final int COMPRESSION_ERROR = 9;
  static final int ENHANCE_YOUR_CALM = 11;

  /** What the client does and expects. */
  interface Script {
    void check(RawHttp2Client client) throws IOException;
  }

  static Http2Rule rule(String section, String text, Script script) {
    return new Http2Rule(section, text, script);
  }

  @Override
  public String toString() {
    return section + " " + text;
  }
}
