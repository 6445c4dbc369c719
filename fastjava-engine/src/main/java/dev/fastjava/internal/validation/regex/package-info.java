/**
 * Regular expressions as ECMAScript defines them, for {@code pattern} and for formats.
 *
 * <p>An expression is parsed to {@link dev.fastjava.internal.validation.regex.Term terms}. If it
 * needs no backtracking, it becomes an {@link dev.fastjava.internal.validation.regex.Automaton
 * automaton}, whose time is proportional to the length of the string; else a {@link
 * dev.fastjava.internal.validation.regex.Program program} for a backtracking matcher, which counts
 * its steps and gives up after a number of them.
 */
@NullMarked
package dev.fastjava.internal.validation.regex;

import org.jspecify.annotations.NullMarked;
