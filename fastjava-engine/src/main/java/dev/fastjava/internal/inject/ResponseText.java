package dev.fastjava.internal.inject;

import dev.fastjava.inject.InjectResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A response as a text for people, such as in the message of a failed test. */
final class ResponseText {
  private static final int LONGEST = 16 * 1024;

  private ResponseText() {}

  static String of(InjectResponse response, boolean withBody) {
    StringBuilder text = new StringBuilder("HTTP/1.1 ");
    text.append(response.statusCode()).append(' ').append(response.statusMessage()).append('\n');
    response
        .headers()
        .forEachLine((name, line) -> text.append(name).append(": ").append(line).append('\n'));
    text.append('\n').append(withBody ? body(response.bodyBytes()) : "(body as a stream)");
    response
        .trailers()
        .forEach((name, value) -> text.append('\n').append(name).append(": ").append(value));
    return text.toString();
  }

  private static String body(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "(" + bytes.length + " bytes that are no text)";
    }
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
  }
}
