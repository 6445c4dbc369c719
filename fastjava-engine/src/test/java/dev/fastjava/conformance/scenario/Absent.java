package dev.fastjava.conformance.scenario;

/** No value at all, as opposed to {@code null}: the property does not exist. */
enum Absent {
  /** The only instance. */
  VALUE
}
