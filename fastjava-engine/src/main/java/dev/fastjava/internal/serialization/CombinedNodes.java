package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the nodes of schemas that combine others: {@code allOf} by merging, {@code anyOf}, {@code
 * oneOf} and {@code if} by validating each value against the alternatives.
 */
final class CombinedNodes {
  /** Keywords that say nothing of a value. */
  private static final Set<String> DEFINITIONS = Set.of("definitions", "$defs", "$schema");

  private final NodeBuilder nodes;
  private final SchemaReferences references;
  private final SchemaChecks checks;
  private final PlainValues plainValues;

  CombinedNodes(
      NodeBuilder nodes,
      SchemaReferences references,
      SchemaChecks checks,
      PlainValues plainValues) {
    this.nodes = nodes;
    this.references = references;
    this.checks = checks;
    this.plainValues = plainValues;
  }

  /** Builds the node of a place; null when the schema there combines nothing. */
  @Nullable Node build(SchemaLocation location) {
    if (location.has("allOf")) {
      return buildAllOf(location);
    }
    if (location.has("anyOf") || location.has("oneOf")) {
      return buildAlternatives(location, location.has("anyOf") ? "anyOf" : "oneOf");
    }
    boolean hasBranch = isTrue(location.keyword("then")) || isTrue(location.keyword("else"));
    return isTrue(location.keyword("if")) && hasBranch ? buildCondition(location) : null;
  }

  private static boolean isTrue(@Nullable Object schema) {
    return schema != null && !Boolean.FALSE.equals(schema);
  }

  private Node buildAllOf(SchemaLocation location) {
    Object schema = notNull(location);
    String known = references.mergedIdOf(schema);
    if (known != null) {
      return nodes.build(references.merged(known));
    }
    String id = references.reserveId(schema);
    Map<String, @Nullable Object> rest = without(location, "allOf");
    // It speaks of the whole, not only of the properties declared beside it.
    boolean closed = Boolean.FALSE.equals(rest.get("additionalProperties"));
    if (closed) {
      rest.remove("additionalProperties");
    }
    List<SchemaLocation> parts = new ArrayList<>();
    parts.add(location.withSchema(rest));
    parts.addAll(items(location.child("allOf")));
    SchemaLocation merged = references.merge(id, parts);
    Map<String, @Nullable Object> mergedSchema = SchemaCopies.asObject(merged.schema());
    if (closed && mergedSchema != null) {
      mergedSchema.put("additionalProperties", false);
    }
    return nodes.build(merged);
  }

  private Node buildAlternatives(SchemaLocation location, String keyword) {
    Map<String, @Nullable Object> rest = without(location, keyword);
    SchemaLocation common = location.withSchema(rest);
    ChoiceNode node = new ChoiceNode(nodes.placeOf(location), plainValues);
    List<ChoiceNode.Option> options = new ArrayList<>();
    for (SchemaLocation option : items(location.child(keyword))) {
      SchemaLocation merged =
          option.keyword("$ref") instanceof String
              ? mergeReference(common, rest, option)
              : mergeOnce(common, option);
      Node written = nodes.build(merged);
      options.add(new ChoiceNode.Option(checks.at(option), written));
    }
    node.complete(options, null);
    return node;
  }

  private SchemaLocation mergeReference(
      SchemaLocation common, Map<String, @Nullable Object> rest, SchemaLocation option) {
    SchemaLocation target = references.resolve(option);
    if (rest.isEmpty()) {
      return target;
    }
    SchemaLocation siblings = common.withSchema(references.absolute(rest, common.schemaId()));
    return references.mergeByContent(
        target.ref() + siblings.schema() + "+", List.of(siblings, target));
  }

  private SchemaLocation mergeOnce(SchemaLocation common, SchemaLocation part) {
    Object schema = part.schema();
    if (schema instanceof Map && common.schema() instanceof Map<?, ?> rest && rest.isEmpty()) {
      return part; // itself, so that a schema which leads to itself is known again
    }
    if (!(schema instanceof Map)) {
      return references.merge(references.reserveId(new Object()), List.of(common, part));
    }
    String known = references.mergedIdOf(schema);
    return known != null
        ? references.merged(known)
        : references.merge(references.reserveId(schema), List.of(common, part));
  }

  private Node buildCondition(SchemaLocation location) {
    Map<String, @Nullable Object> rest = without(location, "if", "then", "else");
    SchemaLocation common = location.withSchema(rest);
    ChoiceCheck check = checks.at(location.child("if"));
    ChoiceNode node = new ChoiceNode(null, plainValues);
    // Alone, a branch is built as it is: it may refer to what it is in, which merging would copy.
    boolean alone = DEFINITIONS.containsAll(rest.keySet());
    SchemaLocation then =
        location.has("then") ? branch(alone, common, location.child("then")) : common;
    SchemaLocation otherwise =
        isTrue(location.keyword("else")) ? branch(alone, common, location.child("else")) : common;
    ChoiceNode.Option first = new ChoiceNode.Option(check, nodes.build(then));
    node.complete(List.of(first), nodes.build(otherwise));
    return node;
  }

  private SchemaLocation branch(boolean alone, SchemaLocation common, SchemaLocation branch) {
    return alone ? branch : mergeOnce(common, branch);
  }

  private static List<SchemaLocation> items(SchemaLocation list) {
    List<SchemaLocation> items = new ArrayList<>();
    int size = list.schema() instanceof List<?> all ? all.size() : 0;
    for (int i = 0; i < size; i++) {
      items.add(list.child(i));
    }
    return items;
  }

  private static Map<String, @Nullable Object> without(
      SchemaLocation location, String... keywords) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(Values.object(location.schema()));
    for (String keyword : keywords) {
      rest.remove(keyword);
    }
    return rest;
  }

  private static Object notNull(SchemaLocation location) {
    Object schema = location.schema();
    if (schema == null) {
      throw new IllegalStateException("no schema at " + location.ref());
    }
    return schema;
  }
}
