package dev.fastjava.law;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that differ from another one in one place: something is missing there, or null. */
final class Variants {
  private Variants() {}

  /** Leaves out each property of each object, and puts null in the place of each value. */
  static Set<String> of(JsonMapper mapper, String json) {
    Set<String> all = new LinkedHashSet<>();
    JsonNode whole = mapper.readTree(json);
    change(whole, () -> all.add(mapper.writeValueAsString(whole)));
    all.remove(json);
    return all;
  }

  private static void change(JsonNode node, Runnable changed) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        change(value, changed);
        object.putNull(name);
        changed.run();
        object.remove(name);
        changed.run();
        object.set(name, value);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i);
        change(value, changed);
        array.setNull(i);
        changed.run();
        array.set(i, value);
      }
    }
  }
}
