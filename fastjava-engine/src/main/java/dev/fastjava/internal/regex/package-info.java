/**
 * Regular expressions as ECMAScript defines them, wherever users write some: {@code pattern},
 * {@code patternProperties} and formats of schemas, reading and writing, and the paths of routes.
 *
 * <p>An expression is parsed to {@link dev.fastjava.internal.regex.Term terms}, and these become a
 * {@link dev.fastjava.internal.regex.Program program}. Without look-around, references and counted
 * groups that is a nondeterministic automaton, of which a deterministic {@link
 * dev.fastjava.internal.regex.Automaton automaton} is made, whose time is proportional to the
 * length of the string; else a backtracking matcher runs it, which counts its steps and gives up
 * after a number of them.
 */
@NullMarked
package dev.fastjava.internal.regex;

import org.jspecify.annotations.NullMarked;
