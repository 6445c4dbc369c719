package dev.fastjava.internal.validation.library;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.validation.check.UniqueItems;
import dev.fastjava.internal.validation.check.Values;
import tools.jackson.databind.JsonNode;

/**
 * {@code uniqueItems} of this project in the library's form: the library's own compares items by
 * hash codes that a client can make equal, and then takes quadratic time.
 */
final class UniqueItemsKeyword extends AbstractKeyword {
  private static final String NAME = "uniqueItems";

  UniqueItemsKeyword() {
    super(NAME);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
    return new Check(this, value, location, parent, context);
  }

  private static final class Check extends BaseKeywordValidator {
    private final boolean wanted;

    Check(
        UniqueItemsKeyword owner,
        JsonNode node,
        SchemaLocation location,
        Schema parent,
        SchemaContext context) {
      super(owner, node, location, parent, context);
      this.wanted = node.isBoolean() && node.booleanValue();
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath location) {
      if (wanted
          && node.isArray()
          && UniqueItems.equalItems(Values.array(PlainNodes.plain(node))) != null) {
        execution.addError(
            error()
                .instanceNode(node)
                .instanceLocation(location)
                .evaluationPath(execution.getEvaluationPath())
                .build());
      }
    }
  }
}
