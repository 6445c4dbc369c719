package dev.fastjava.option;

import dev.fastjava.Request;

/**
 * What a request is that says it has JSON and has no byte of it. Many clients send the content type
 * with every request, {@code DELETE} and {@code POST} without a payload included.
 *
 * <p>Reference: ContentTypeParser; Errors, FST_ERR_CTP_EMPTY_JSON_BODY.
 */
public enum EmptyJsonBody {
  /** Refused with 400 and {@code FST_ERR_CTP_EMPTY_JSON_BODY}. The default. */
  ERROR,
  /** A request without a body: {@link Request#body()} is null. */
  NONE
}
