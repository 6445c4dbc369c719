/** What a request says about itself in its URL and about its way in its headers. */
@NullMarked
package dev.fastjava.internal.request;

import org.jspecify.annotations.NullMarked;
