/** Types, their schemas and Jackson agree: what is written and read with a type's schema. */
@org.jspecify.annotations.NullMarked
package dev.fastjava.law;
