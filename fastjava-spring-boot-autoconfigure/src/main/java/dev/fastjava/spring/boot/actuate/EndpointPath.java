package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Handler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Answers all requests to a path of an endpoint: calls the operation that fits, or says why there
 * is none, with the statuses of Boot's other servers.
 */
final class EndpointPath implements Handler {
  private final List<Operation> operations = new ArrayList<>();

  /** Something that requests of a method, with and for certain media types, may ask for. */
  interface Operation {
    String method();

    /** The types a body may have; empty for any. */
    List<MediaType> consumes();

    /** The types of replies; empty for any. */
    List<MediaType> produces();

    /** Replies, with a type that the client accepts. */
    @Nullable Object call(Request request, Reply reply, @Nullable MediaType type) throws Exception;
  }

  /** An operation, and the type of its reply. */
  private record Choice(Operation operation, @Nullable MediaType type) {}

  void add(Operation operation) {
    operations.add(operation);
  }

  boolean hasMethod(String method) {
    return operations.stream().anyMatch(operation -> operation.method().equals(method));
  }

  @Override
  public @Nullable Object handle(Request request, Reply reply) throws Exception {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    List<Operation> ofMethod =
        operations.stream().filter(operation -> operation.method().equals(method)).toList();
    if (ofMethod.isEmpty()) {
      return otherMethod(request, reply);
    }
    List<Operation> reading =
        ofMethod.stream().filter(operation -> reads(operation, request)).toList();
    if (reading.isEmpty()) {
      throw refusal(415, "Unsupported Media Type", ofMethod.get(0).consumes());
    }
    Choice choice = choice(reading, accepted(request));
    if (choice == null) {
      List<MediaType> produced =
          reading.stream().flatMap(operation -> operation.produces().stream()).toList();
      throw refusal(406, "Not Acceptable", produced);
    }
    return choice.operation.call(request, reply, choice.type);
  }

  private Reply otherMethod(Request request, Reply reply) {
    Set<String> allowed = new TreeSet<>();
    operations.forEach(operation -> allowed.add(operation.method()));
    if (!request.method().equals("OPTIONS")) {
      throw new HttpException(
          405,
          "Method '" + request.method() + "' is not supported.",
          details -> details.header("allow", String.join(", ", allowed)));
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    return reply.header("allow", String.join(",", allowed)).send();
  }

  private static HttpException refusal(int status, String message, List<MediaType> types) {
    return new HttpException(
        status, message, details -> details.header("accept", MediaType.toString(types)));
  }

  private static boolean reads(Operation operation, Request request) {
    if (operation.consumes().isEmpty()) {
      return true;
    }
    String given = request.header("content-type");
    if (given == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(given);
      return operation.consumes().stream().anyMatch(each -> each.includes(type));
    } catch (InvalidMediaTypeException malformed) {
      return false;
    }
  }

  private static List<MediaType> accepted(Request request) {
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(request.headers().all("accept"));
      if (accepted.isEmpty()) {
        return List.of(MediaType.ALL);
      }
      List<MediaType> sorted = new ArrayList<>(accepted);
      MimeTypeUtils.sortBySpecificity(sorted);
      sorted.sort((left, right) -> Double.compare(right.getQualityValue(), left.getQualityValue()));
      return sorted;
    } catch (InvalidMediaTypeException malformed) {
      throw new HttpException(406, "Not Acceptable", malformed);
    }
  }

  /** What the client likes most; of what it likes the same, the first of the alphabet. */
  private static @Nullable Choice choice(List<Operation> operations, List<MediaType> accepted) {
    for (MediaType wanted : accepted) {
      Choice best = null;
      for (Operation operation : operations) {
        Choice other = choice(operation, wanted);
        if (other != null && (best == null || isBefore(other, best))) {
          best = other;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private static @Nullable Choice choice(Operation operation, MediaType wanted) {
    if (operation.produces().isEmpty()) {
      return new Choice(operation, wanted.isConcrete() ? wanted.removeQualityValue() : null);
    }
    for (MediaType produced : operation.produces()) {
      if (wanted.isCompatibleWith(produced)) {
        return new Choice(operation, produced);
      }
    }
    return null;
  }

  private static boolean isBefore(Choice one, Choice other) {
    return one.type != null && other.type != null && one.type.compareTo(other.type) < 0;
  }
}
