/** What stands on the wire: header fields, names of fields, the raw request and connection. */
@NullMarked
package dev.fastjava.http;

import org.jspecify.annotations.NullMarked;
