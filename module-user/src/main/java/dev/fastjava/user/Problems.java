package dev.fastjava.user;

import dev.fastjava.ErrorHandler;
import dev.fastjava.error.CustomErrorCode;
import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.HttpException;
import dev.fastjava.error.ValidationException;
import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.spi.ClientErrorHandler;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spi.WarningListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes wrong in the shop, and how clients hear of it. */
final class Problems {
  private Problems() {}

  static final CustomErrorCode CLOSED =
      CustomErrorCode.of("ORDER_CLOSED", 409, "Order %s is closed");
  static final CustomWarningCode OLD = CustomWarningCode.of("SHOP001", "%s is an old route");

  static HttpException noOrder(long id) {
    return HttpErrors.create(404, "There is no order " + id, Problems::detailed);
  }

  private static void detailed(HttpException.Details details) {
    details.code("ORDER_NOT_FOUND").header("cache-control", "no-store");
  }

  static final ErrorHandler HANDLER =
      (error, request, reply) -> {
        if (error instanceof ValidationException invalid) {
          return reply.code(422).send(invalid.errorsByField());
        }
        if (error instanceof FastjavaException known
            && known.errorCode() == ErrorCode.FST_ERR_CTP_BODY_TOO_LARGE) {
          return reply.code(413).send(Map.of("too", "large"));
        }
        if (error instanceof HttpError http && http.statusCode() < 500) {
          return reply.code(http.statusCode()).send(Map.of("problem", String.valueOf(http.code())));
        }
        return reply.next(error);
      };

  static final ClientErrorHandler BROKEN_CLIENTS =
      (ClientFault fault, Throwable error, ClientConnection connection) -> {
        String status =
            fault == ClientFault.HEADER_OVERFLOW
                ? "431 " + ReasonPhrases.of(431)
                : "400 " + ReasonPhrases.of(400);
        connection.end(
            ("HTTP/1.1 " + status + "\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
      };

  static final SchemaErrorFormatter FORMATTER =
      (errors, part) -> HttpErrors.badRequest(part.label() + ": " + errors.size() + " errors");

  static final WarningListener WARNINGS = (code, message) -> {};
}
