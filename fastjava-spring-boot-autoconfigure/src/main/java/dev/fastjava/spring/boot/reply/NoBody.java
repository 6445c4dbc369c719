package dev.fastjava.spring.boot.reply;

/** The payload of a reply without a body, where null would be a value. */
enum NoBody {
  INSTANCE
}
