package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema being compiled, and where: what is known of the way to it from the top of its unit.
 *
 * <p>Only {@link #types} and {@link #declared} change, while the schema's keywords are compiled in
 * their order.
 */
final class Place {
  final SchemaUnit unit;
  final Object schema;
  final String schemaPath;
  final String pointer;
  final String baseId;
  final Mode mode;

  /** How many values there are around the one being validated, in this unit. */
  final int level;

  /** The types the value can have, as far as schemas around tell. */
  List<String> types;

  /** The properties declared so far by schemas for the same value. */
  Set<String> declared;

  /**
   * What becomes of errors.
   *
   * @param composite whether the keyword around decides what an error means
   * @param exhaustive whether keywords are evaluated after an error
   * @param silent whether only the fact of an error counts
   * @param shared whether it is one of several schemas that describe an object together
   */
  record Mode(boolean composite, boolean exhaustive, boolean silent, boolean shared) {
    Mode inComposite() {
      return new Mode(true, exhaustive, silent, shared);
    }

    Mode inCondition() {
      return new Mode(true, false, true, shared);
    }

    Mode inPart() {
      return new Mode(composite, exhaustive, silent, true);
    }

    Mode inside() {
      return shared ? new Mode(composite, exhaustive, silent, false) : this;
    }

    /** Whether an error ends the validation by the present schema, and is its only one. */
    boolean alone() {
      return !composite && !exhaustive;
    }
  }

  private Place(
      SchemaUnit unit,
      Object schema,
      String schemaPath,
      String pointer,
      String baseId,
      Mode mode,
      int level,
      List<String> types,
      Set<String> declared) {
    this.unit = unit;
    this.schema = schema;
    this.schemaPath = schemaPath;
    this.pointer = pointer;
    this.baseId = baseId;
    this.mode = mode;
    this.level = level;
    this.types = types;
    this.declared = declared;
  }

  /** The top of a unit. */
  static Place top(SchemaUnit unit, boolean exhaustive) {
    String baseId =
        unit.baseId().isEmpty() ? SchemaUris.document(unit.root().baseId()) : unit.baseId();
    return new Place(
        unit,
        unit.schema(),
        "#",
        unit.location(),
        baseId,
        new Mode(false, exhaustive, false, false),
        0,
        List.of(),
        new HashSet<>());
  }

  Map<String, @Nullable Object> keywords() {
    return Values.object(schema);
  }

  /** The same place with another base for references. */
  Place withBase(String base) {
    return new Place(unit, schema, schemaPath, pointer, base, mode, level, types, declared);
  }

  /** A schema for the same value. */
  Place same(Object inner, String path, Mode innerMode) {
    return new Place(
        unit, inner, schemaPath + path, pointer + path, baseId, innerMode, level, types, declared);
  }

  /** A schema for a value inside. */
  Place inside(Object inner, String path, Mode innerMode, List<String> innerTypes) {
    declared = new HashSet<>();
    return new Place(
        unit,
        inner,
        schemaPath + path,
        pointer + path,
        baseId,
        innerMode.inside(),
        level + 1,
        innerTypes,
        declared);
  }

  /** A schema referred to and compiled in this place. */
  Place inlined(Object target, String reference) {
    return new Place(unit, target, reference, reference, baseId, mode, level, List.of(), declared);
  }

  Report report(String keyword, boolean messages) {
    String own =
        !keyword.equals("required") && schema instanceof DerivedNode derived
            ? derived.message(keyword)
            : null; // a property's own message is told at the property
    return new Report(mode.alone(), keyword, schemaPath + '/' + keyword, messages, own);
  }
}
