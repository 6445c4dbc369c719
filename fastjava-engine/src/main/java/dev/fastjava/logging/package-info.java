/**
 * The logger: levels, child loggers with bindings, serializers, redaction, and one JSON object a
 * line. Usable on its own, without a server.
 *
 * <p>{@link dev.fastjava.logging.Logger} is the interface everything logs through. Its static
 * methods make the implementations: {@link dev.fastjava.logging.Logger#create} writes lines, {@link
 * dev.fastjava.logging.Logger#slf4j} forwards to SLF4J, and {@link
 * dev.fastjava.logging.Logger#silent} does nothing.
 */
@NullMarked
package dev.fastjava.logging;

import org.jspecify.annotations.NullMarked;
