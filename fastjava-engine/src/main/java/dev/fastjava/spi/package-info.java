/**
 * What applications put in the place of parts of the engine: ids, urls, loggers, schema compilers.
 *
 * <p>Reference: Server, Factory.
 */
@NullMarked
package dev.fastjava.spi;

import org.jspecify.annotations.NullMarked;
