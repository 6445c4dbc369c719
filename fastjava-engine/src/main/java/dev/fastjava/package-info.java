/**
 * The API of FastJava: the server and its registries, requests and replies, handlers and hooks,
 * plugins, errors, and in-memory injection. Everything a user needs is reached from {@link
 * dev.fastjava.Fastjava}.
 */
@NullMarked
package dev.fastjava;

import org.jspecify.annotations.NullMarked;
