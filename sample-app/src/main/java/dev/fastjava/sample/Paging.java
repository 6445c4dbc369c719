package dev.fastjava.sample;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;

import dev.fastjava.Request;
import dev.fastjava.schema.ObjectSchema;

/**
 * Which part of a list to reply.
 *
 * @param page the number of the page, from 1
 * @param size how many items a page has at most
 */
record Paging(int page, int size) {
  /** What a query string says about pages. Routes extend it with their filters. */
  static final ObjectSchema SCHEMA =
      object()
          .prop("page", integer().minimum(1).maximum(100_000).defaultValue(1))
          .prop("size", integer().minimum(1).maximum(100).defaultValue(20));

  /** Reads a query string that has been validated: the schema has filled in what was missing. */
  static Paging of(Request request) {
    return new Paging(
        request.queryAs("page", Integer.class), request.queryAs("size", Integer.class));
  }

  int offset() {
    return (page - 1) * size;
  }
}
