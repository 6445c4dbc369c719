package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** Sends a resource, whole or the ranges of it that are asked for. */
final class ResourceReplies {
  private ResourceReplies() {}

  static Object send(Resource resource, Request request, Reply reply) throws IOException {
    if (!(resource instanceof InputStreamResource) && !resource.exists()) {
      throw new HttpException(404, "Not Found", new IOException(resource + " does not exist"));
    }
    if (!reply.hasHeader("content-type")) {
      MediaType type =
          MediaTypeFactory.getMediaType(resource).orElse(MediaType.APPLICATION_OCTET_STREAM);
      reply.type(type.toString());
    }
    // What is read once cannot be measured before.
    long length = resource instanceof InputStreamResource ? -1 : resource.contentLength();
    if (length < 0) {
      return resource.getInputStream();
    }
    reply.header("accept-ranges", "bytes");
    String wanted = request.header("range");
    if (wanted != null && isWhole(request, reply)) {
      return ranges(resource, length, wanted, reply);
    }
    if (resource.isFile()) {
      return resource.getFile().toPath();
    }
    reply.header("content-length", length);
    return resource.getInputStream();
  }

  /** A range is one of what would be sent without it, and still the same thing. */
  private static boolean isWhole(Request request, Reply reply) {
    boolean reads = request.method().equals("GET") && reply.statusCode() == 200;
    String same = request.header("if-range");
    return reads
        && (same == null
            || same.equals(reply.getHeader("etag"))
            || same.equals(reply.getHeader("last-modified")));
  }

  private static Object ranges(Resource resource, long length, String wanted, Reply reply)
      throws IOException {
    List<long[]> ranges = new ArrayList<>();
    try {
      for (HttpRange range : HttpRange.parseRanges(wanted)) {
        long start = range.getRangeStart(length);
        long end = range.getRangeEnd(length);
        if (start < length && start <= end) {
          ranges.add(new long[] {start, end});
        }
      }
    } catch (IllegalArgumentException malformed) {
      ranges.clear();
    }
    if (ranges.isEmpty()) {
      throw new HttpException(
          416,
          "Range Not Satisfiable",
          details -> details.header("content-range", "bytes */" + length));
    }
    reply.code(206);
    if (ranges.size() > 1) {
      return multipart(resource, length, ranges, reply);
    }
    long[] range = ranges.get(0);
    reply.header("content-range", contentRange(range, length));
    reply.header("content-length", range[1] - range[0] + 1);
    return part(resource, range);
  }

  private static InputStream multipart(
      Resource resource, long length, List<long[]> ranges, Reply reply) throws IOException {
    String boundary = UUID.randomUUID().toString();
    String type = String.valueOf(reply.getHeader("content-type"));
    reply.type("multipart/byteranges; boundary=" + boundary);
    List<InputStream> parts = new ArrayList<>();
    for (long[] range : ranges) {
      parts.add(
          text(
              "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                  .formatted(boundary, type, contentRange(range, length))));
      parts.add(part(resource, range));
    }
    parts.add(text("\r\n--" + boundary + "--\r\n"));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static String contentRange(long[] range, long length) {
    return "bytes " + range[0] + '-' + range[1] + '/' + length;
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static InputStream part(Resource resource, long[] range) throws IOException {
    return new RangeInputStream(resource, range[0], range[1] - range[0] + 1);
  }
}
