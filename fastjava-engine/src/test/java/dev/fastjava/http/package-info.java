/** Requests and replies as clients see them, over sockets. */
package dev.fastjava.http;
