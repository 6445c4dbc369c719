/**
 * AssertJ assertions for responses of injected requests, for tests which have AssertJ on their
 * class path. Start at {@link dev.fastjava.assertj.FastjavaAssertions}; nothing else in the engine
 * refers to this package.
 */
@NullMarked
package dev.fastjava.assertj;

import org.jspecify.annotations.NullMarked;
