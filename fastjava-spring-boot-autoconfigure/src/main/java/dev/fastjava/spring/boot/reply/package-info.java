/** Replies in Spring's own types: entities, problem details, resources, reactive values. */
@NullMarked
package dev.fastjava.spring.boot.reply;

import org.jspecify.annotations.NullMarked;
