package dev.fastjava.internal.validation.library;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.validation.check.Kinds;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaKeyword;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A keyword of the user's own in the library's form. */
final class OwnKeyword extends AbstractKeyword {
  private final SchemaKeyword keyword;

  OwnKeyword(SchemaKeyword keyword) {
    super(keyword.name());
    this.keyword = keyword;
    if (keyword.macro() != null) {
      throw new SchemaBuildException(
          "keyword \"" + keyword.name() + "\" is a macro, which only draft-07 can have", "#");
    }
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    Map<String, Object> parentSchema = new LinkedHashMap<>();
    if (PlainNodes.plain(parent.getSchemaNode()) instanceof Map<?, ?> plain) {
      plain.forEach((key, each) -> parentSchema.put(String.valueOf(key), each));
    }
    Object schema = PlainNodes.plain(value);
    SchemaKeyword.Compiler compiler = keyword.compiler();
    SchemaKeyword.Check check =
        compiler == null ? any -> true : compiler.compile(schema, parentSchema);
    return new Check(this, value, location, parent, context, keyword, schema, check);
  }

  private static final class Check extends BaseKeywordValidator {
    private final SchemaKeyword keyword;
    private final @Nullable Object schema;
    private final SchemaKeyword.Check check;
    private final int kinds;

    Check(
        OwnKeyword owner,
        JsonNode node,
        SchemaLocation location,
        Schema parent,
        SchemaContext context,
        SchemaKeyword keyword,
        @Nullable Object schema,
        SchemaKeyword.Check check) {
      super(owner, node, location, parent, context);
      this.keyword = keyword;
      this.schema = schema;
      this.check = check;
      int all = 0;
      for (String type : keyword.types()) {
        all |= Kinds.ofType(type, true);
      }
      this.kinds = all;
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath location) {
      Object value = PlainNodes.plain(node);
      if ((kinds != 0 && (Kinds.of(value) & kinds) == 0) || check.test(value)) {
        return;
      }
      execution.addError(
          error()
              .instanceNode(node)
              .instanceLocation(location)
              .evaluationPath(execution.getEvaluationPath())
              .arguments(keyword.message(schema, value))
              .details(keyword.params(schema, value))
              .build());
    }
  }
}
