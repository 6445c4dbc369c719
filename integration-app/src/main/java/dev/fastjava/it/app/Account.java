package dev.fastjava.it.app;

/** An account with what is on it, in cents. */
record Account(long id, String owner, long cents) {}
