package dev.fastjava.it.app;

import jakarta.validation.constraints.Positive;

/** Money from one account to another. */
record Transfer(long from, long to, @Positive long cents) {}
