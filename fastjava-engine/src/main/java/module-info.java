/**
 * The engine of FastJava: routing, lifecycle, plugins, validation, serialization, logging and the
 * HTTP server.
 *
 * <p>What is exported here is the API; all else is internal, closed on the module path, and may
 * change in any version. Types that Jackson reads or writes are opened by the application to {@code
 * tools.jackson.databind} and to this module.
 */
module dev.fastjava.engine {
  requires transitive org.jspecify;
  requires transitive tools.jackson.databind;
  requires com.fasterxml.classmate;
  requires com.fasterxml.jackson.annotation;
  requires com.github.victools.jsonschema.generator;
  requires com.github.victools.jsonschema.module.jackson;
  requires com.github.victools.jsonschema.module.jakarta.validation;
  requires com.networknt.schema;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires jdk.jfr;
  requires transitive org.slf4j;
  requires tools.jackson.core;

  // Only for applications that use the matching part of the API.
  requires static io.netty.transport.classes.epoll;
  requires static transitive jakarta.validation;
  requires static transitive org.assertj.core;

  exports dev.fastjava;
  exports dev.fastjava.assertj;
  exports dev.fastjava.error;
  exports dev.fastjava.http;
  exports dev.fastjava.inject;
  exports dev.fastjava.jakarta;
  exports dev.fastjava.logging;
  exports dev.fastjava.mark;
  exports dev.fastjava.option;
  exports dev.fastjava.schema;
  exports dev.fastjava.spi;
  exports dev.fastjava.type;
}
