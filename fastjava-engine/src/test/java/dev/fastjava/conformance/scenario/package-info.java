/**
 * Interprets recorded scenarios: builds the application a scenario describes through the public
 * API, sends its requests and compares what happens with what was recorded.
 *
 * <p>The format is described in {@code conformance/scenarios/FORMAT.md} of the test resources.
 */
@NullMarked
package dev.fastjava.conformance.scenario;

import org.jspecify.annotations.NullMarked;
