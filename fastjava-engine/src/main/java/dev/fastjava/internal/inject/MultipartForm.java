package dev.fastjava.internal.inject;

import dev.fastjava.inject.InjectRequest.FormPart;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** A multipart form on the wire. */
final class MultipartForm {
  private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");

  private final String boundary = "----formdata-" + UUID.randomUUID();
  private final List<FormPart> parts;

  MultipartForm(List<FormPart> parts) {
    this.parts = parts;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] toByteArray() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (FormPart part : parts) {
      body.writeBytes(UrlEncoding.utf8("--" + boundary + "\r\n" + head(part) + "\r\n\r\n"));
      body.writeBytes(part.filename() == null ? fieldContent(part) : content(part));
      body.writeBytes(UrlEncoding.utf8("\r\n"));
    }
    body.writeBytes(UrlEncoding.utf8("--" + boundary + "--"));
    return body.toByteArray();
  }

  private static String head(FormPart part) {
    String head = "Content-Disposition: form-data; name=\"" + quoted(crlf(part.name())) + '"';
    String filename = part.filename();
    if (filename == null) {
      return head;
    }
    String type = part.contentType();
    return head
        + (filename.isEmpty() ? "" : "; filename=\"" + quoted(filename) + '"')
        + "\r\nContent-Type: "
        + (type == null || type.isEmpty()
            ? "application/octet-stream"
            : type.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    return text.replace("\n", "%0A").replace("\r", "%0D").replace("\"", "%22");
  }

  private static String crlf(String text) {
    return LINE_END.matcher(text).replaceAll("\r\n");
  }

  private static byte[] fieldContent(FormPart part) {
    return UrlEncoding.utf8(crlf(new String(content(part), StandardCharsets.UTF_8)));
  }

  private static byte[] content(FormPart part) {
    ByteBuffer content = part.content().duplicate();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }
}
