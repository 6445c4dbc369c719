/**
 * The API for schemas: sources of JSON Schemas, the compilers that turn them into validators and
 * serializers, and the results of a validation. Usable on its own, without a server.
 */
@NullMarked
package dev.fastjava.schema;

import org.jspecify.annotations.NullMarked;
