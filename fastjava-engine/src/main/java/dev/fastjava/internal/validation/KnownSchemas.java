package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.JsonEquality;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that can refer to each other, by their identifiers. Used by one thread at a time.
 *
 * <p>Which reference finds what follows Ajv: a schema given to {@link #compile} is not itself among
 * the schemas that can be referred to, unless the options say so.
 */
final class KnownSchemas {
  /** More schemas than applications compile by themselves again and again. */
  private static final int MOST_USED = 500;

  private static final Pattern ANCHOR =
      Pattern.compile("[a-z_][-a-z0-9._]*", Pattern.CASE_INSENSITIVE);

  private final Settings settings;
  private final Map<String, SchemaUnit> schemas = new HashMap<>();
  private final Map<String, Object> refs = new HashMap<>();
  private final IdentityHashMap<Object, SchemaUnit> known = new IdentityHashMap<>();

  /** Schemas that were compiled and that nothing can refer to: forgotten when they are many. */
  private final IdentityHashMap<Object, SchemaUnit> used = new IdentityHashMap<>();

  /** What {@link #refs} had before the compilation under way, which is undone; null for none. */
  private @Nullable Map<String, @Nullable Object> undo;

  private final List<SchemaUnit> compiling = new ArrayList<>();
  private final Set<String> following = new HashSet<>();

  KnownSchemas(Settings settings) {
    this.settings = settings;
  }

  /** Adds a schema that others can refer to. */
  void add(Object schema, String key) {
    String id = SchemaUris.normalizeId(key);
    checkUnique(id);
    schemas.put(id, enter(schema, id, true));
  }

  /** Adds a meta-schema, which is compiled with settings of its own. */
  void addMeta(Object schema, String id, Settings metaSettings) {
    SchemaUnit unit = SchemaUnit.document(schema, id, Map.of());
    unit.compileWith(metaSettings);
    schemas.put(id, unit);
    known.put(schema, unit);
  }

  /** Adds a name by which a schema can be referred to, too. */
  void alias(String name, String id) {
    refs.put(name, id);
  }

  /** Compiles a schema. */
  SchemaUnit compile(Object schema) {
    return settings.options().addUsedSchema() ? entered(schema) : undone(schema);
  }

  /** Compiles a schema, of which nothing stays here. */
  SchemaUnit compileOnce(Object schema) {
    settings.keepExpressions(false);
    try {
      return undone(schema);
    } finally {
      used.remove(schema);
      settings.keepExpressions(true);
    }
  }

  private SchemaUnit undone(Object schema) {
    Map<String, @Nullable Object> before = new HashMap<>();
    undo = before;
    try {
      return entered(schema);
    } finally {
      undo = null;
      before.forEach(
          (id, value) -> {
            if (value == null) {
              refs.remove(id);
            } else {
              refs.put(id, value);
            }
          });
    }
  }

  private SchemaUnit entered(Object schema) {
    if (schema instanceof Map<?, ?> keywords
        && keywords.get("$id") instanceof String id
        && !id.isEmpty()) {
      SchemaUnit present = find(id);
      if (present != null) {
        return compiled(present);
      }
    }
    return compiled(enter(schema, "", settings.options().addUsedSchema()));
  }

  private void putRef(String id, Object value) {
    Object before = refs.put(id, value);
    if (undo != null) {
      undo.putIfAbsent(id, before);
    }
  }

  private void checkUnique(String id) {
    if (schemas.containsKey(id) || refs.containsKey(id)) {
      throw new SchemaBuildException("schema with key or id \"" + id + "\" already exists", "#");
    }
  }

  private SchemaUnit enter(Object schema, String key, boolean keep) {
    if (!(schema instanceof Boolean) && !(schema instanceof Map) && !(schema instanceof List)) {
      throw new SchemaBuildException("schema must be object or boolean", "#");
    }
    SchemaUnit present = known.get(schema);
    if (present == null) {
      present = used.get(schema);
    }
    if (present != null) {
      return present;
    }
    String baseId = SchemaUris.normalizeId(idOf(schema, key));
    SchemaUnit unit = SchemaUnit.document(schema, baseId, index(schema, baseId));
    if (undo == null) {
      known.put(schema, unit);
    } else {
      if (used.size() >= MOST_USED) {
        used.clear();
      }
      used.put(schema, unit);
    }
    if (keep && !baseId.startsWith("#")) {
      if (!baseId.isEmpty()) {
        checkUnique(baseId);
      }
      putRef(baseId, unit);
    }
    if (settings.options().validateSchema() != Strictness.OFF) {
      settings.validateSchema(schema, this);
    }
    return unit;
  }

  private static String idOf(Object schema, String fallback) {
    Object id = Values.object(schema).get("$id");
    return id instanceof String text && !text.isEmpty() ? text : fallback;
  }

  // ---- identifiers inside a document

  /** Finds the identifiers inside a document; returns those that are fragments. */
  private Map<String, Object> index(Object schema, String baseId) {
    Map<String, Object> localRefs = new HashMap<>();
    Set<String> seen = new HashSet<>();
    String document = SchemaUris.document(baseId);
    SchemaWalk.walk(
        schema,
        baseId,
        (Map<String, @Nullable Object> part, String pointer, String base) -> {
          String innerBase = base;
          if (part.get("$id") instanceof String id && !settings.isOverriddenByRef(part)) {
            innerBase = addId(part, id, base, document + pointer, localRefs, seen);
          }
          addAnchor(part, innerBase, document + pointer, localRefs, seen);
          return innerBase;
        });
    return localRefs;
  }

  private void addAnchor(
      Map<String, @Nullable Object> part,
      String base,
      String location,
      Map<String, Object> localRefs,
      Set<String> seen) {
    for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
      if (part.get(keyword) instanceof String anchor) {
        if (!ANCHOR.matcher(anchor).matches()) {
          throw new SchemaBuildException("invalid anchor \"" + anchor + '"', location);
        }
        addId(part, '#' + anchor, base, location, localRefs, seen);
      }
    }
  }

  private String addId(
      Map<String, @Nullable Object> part,
      String id,
      String base,
      String location,
      Map<String, Object> localRefs,
      Set<String> seen) {
    String uri = SchemaUris.normalizeId(base.isEmpty() ? id : SchemaUris.resolve(base, id));
    if (!seen.add(uri)) {
      throw ambiguous(uri, location);
    }
    Object present = refs.get(uri);
    if (present instanceof String other) {
      present = refs.get(other);
    }
    if (present instanceof SchemaUnit unit) {
      checkSame(part, unit.schema(), uri, location);
    } else if (!uri.equals(SchemaUris.normalizeId(location))) {
      if (uri.startsWith("#")) {
        checkSame(part, localRefs.get(uri), uri, location);
        localRefs.put(uri, part);
      } else {
        putRef(uri, location);
      }
    }
    return uri;
  }

  private static void checkSame(
      Map<String, @Nullable Object> part, @Nullable Object other, String uri, String location) {
    if (other != null && !JsonEquality.equal(part, other)) {
      throw ambiguous(uri, location);
    }
  }

  private static SchemaBuildException ambiguous(String uri, String location) {
    return new SchemaBuildException(
        "reference \"" + uri + "\" resolves to more than one schema", location);
  }

  // ---- references

  /** Finds a schema by its identifier; null when there is none. */
  @Nullable SchemaUnit find(String reference) {
    String id = SchemaUris.normalizeId(reference);
    while (!schemas.containsKey(id) && refs.get(id) instanceof String other) {
      id = SchemaUris.normalizeId(other);
    }
    SchemaUnit shared = schemas.get(id);
    if (shared != null) {
      return shared;
    }
    if (refs.get(id) instanceof SchemaUnit unit) {
      return unit;
    }
    return resolveIn(SchemaUnit.document(Map.of(), "", Map.of()), id);
  }

  /**
   * Finds what a reference in a document means.
   *
   * @param base the identifier of the schema the reference stands in
   * @return the schema, perhaps not compiled; null when there is none
   */
  @Nullable SchemaUnit resolve(SchemaUnit root, String base, String reference) {
    String uri = SchemaUris.resolve(base, reference);
    SchemaUnit present = root.resolved().get(uri);
    if (present != null) {
      return present;
    }
    SchemaUnit unit = lookUp(root, uri);
    if (unit == null) {
      Object local = root.localRefs().get(uri);
      unit = local == null ? null : root.part(local, base, uri);
    }
    if (unit != null) {
      root.resolved().put(uri, unit);
    }
    return unit;
  }

  private @Nullable SchemaUnit lookUp(SchemaUnit root, String uri) {
    String at = uri;
    while (refs.get(at) instanceof String other) {
      at = other;
    }
    if (refs.get(at) instanceof SchemaUnit unit) {
      return unit;
    }
    SchemaUnit shared = schemas.get(at);
    return shared == null ? resolveIn(root, at) : shared;
  }

  private @Nullable SchemaUnit resolveIn(SchemaUnit root, String uri) {
    String document = SchemaUris.document(uri);
    String rootDocument = SchemaUris.document(root.baseId());
    if (!Values.object(root.schema()).isEmpty() && document.equals(rootDocument)) {
      return follow(root, uri);
    }
    String id = SchemaUris.normalizeId(document);
    Object found = refs.get(id);
    if (found == null) {
      found = schemas.get(id);
    }
    if (found instanceof String other) {
      SchemaUnit unit = resolveIn(root, other);
      return unit != null && unit.schema() instanceof Map ? follow(unit, uri) : null;
    }
    if (!(found instanceof SchemaUnit unit) || !(unit.schema() instanceof Map)) {
      return null;
    }
    compiled(unit);
    if (id.equals(SchemaUris.normalizeId(uri))) {
      String ownId = idOf(unit.schema(), "");
      String base = ownId.isEmpty() ? rootDocument : SchemaUris.resolve(rootDocument, ownId);
      return root.part(unit.schema(), base, "#");
    }
    return follow(unit, uri);
  }

  /** Follows the JSON pointer of a URI from the top of a unit. */
  private @Nullable SchemaUnit follow(SchemaUnit from, String uri) {
    String pointer = SchemaUris.fragment(uri);
    if (pointer == null || !pointer.startsWith("/")) {
      return null;
    }
    String base = from.baseId();
    Object schema = from.schema();
    for (String token : pointer.substring(1).split("/", -1)) {
      Object inner = JsonPointers.step(schema, JsonPointers.unescapeInFragment(token));
      if (inner == null || inner == JsonPointers.MISSING) {
        return null;
      }
      schema = inner;
      String id = idOf(schema, "");
      if (!id.isEmpty()
          && !SchemaWalk.isContainer(token)
          && !settings.isOverriddenByRef(Values.object(schema))) {
        base = SchemaUris.resolve(base, id);
      }
    }
    SchemaUnit root = from.root();
    SchemaUnit unit = null;
    if (Values.object(schema).get("$ref") instanceof String ref
        && !settings.vocabulary().hasRulesBesideRef(Values.object(schema))) {
      unit = followReference(root, SchemaUris.resolve(base, ref));
    }
    if (unit == null) {
      unit = root.part(schema, base, '#' + pointer);
    }
    return unit.schema() == unit.root().schema() ? null : unit;
  }

  private @Nullable SchemaUnit followReference(SchemaUnit root, String uri) {
    if (!following.add(uri)) {
      throw new SchemaBuildException("reference " + uri + " leads back to itself", "#");
    }
    try {
      return resolveIn(root, uri);
    } finally {
      following.remove(uri);
    }
  }

  // ---- compilation

  /** Compiles a unit unless that is done or under way; returns the one that stands for it. */
  SchemaUnit compiled(SchemaUnit unit) {
    if (unit.check() != null) {
      return unit;
    }
    for (SchemaUnit other : compiling) {
      if (other.isSame(unit)) {
        return other;
      }
    }
    compiling.add(unit);
    try {
      Check check = new SchemaCompiler(this, settingsOf(unit)).compileUnit(unit);
      unit.compiled(check);
      return unit;
    } finally {
      compiling.remove(compiling.size() - 1);
    }
  }

  private Settings settingsOf(SchemaUnit unit) {
    Settings own = unit.root().ownSettings();
    return own == null ? settings : own;
  }

  boolean isCompiling(SchemaUnit unit) {
    return compiling.contains(unit);
  }

  /** Notes that everything being compiled leads to something whose steps are counted. */
  void markCounting() {
    compiling.forEach(SchemaUnit::markCounting);
  }
}
