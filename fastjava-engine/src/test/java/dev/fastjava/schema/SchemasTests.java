package dev.fastjava.schema;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.bool;
import static dev.fastjava.schema.Schemas.constant;
import static dev.fastjava.schema.Schemas.enumOf;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.mixed;
import static dev.fastjava.schema.Schemas.nil;
import static dev.fastjava.schema.Schemas.number;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.raw;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SchemasTests {
  private static final JsonMapper JSON = JsonMapper.shared();

  private enum Color {
    RED,
    BLUE
  }

  private static void assertSchema(JsonSchema schema, String expected) {
    assertThat(JSON.readTree(JSON.writeValueAsString(schema.toValue())))
        .isEqualTo(JSON.readTree(expected.replace('\'', '"')));
  }

  @Test
  void everySchemaMayBeAnnotatedAndReferredTo() {
    assertSchema(
        any()
            .id("#x")
            .dialect("http://json-schema.org/draft-07/schema#")
            .title("t")
            .description("d")
            .comment("c")
            .examples(1, null, "a")
            .defaultValue(1)
            .readOnly(true)
            .writeOnly(false)
            .deprecated(true)
            .definition("n", number()),
        """
        {'$id':'#x','$schema':'http://json-schema.org/draft-07/schema#','title':'t',
         'description':'d','$comment':'c','examples':[1,null,'a'],'default':1,'readOnly':true,
         'writeOnly':false,'deprecated':true,'definitions':{'n':{'type':'number'}}}
        """);
    assertSchema(ref("common#"), "{'$ref':'common#'}");
    assertThatIllegalArgumentException().isThrownBy(() -> any().id(""));
  }

  @Test
  void typesHaveTheirKeywords() {
    assertSchema(
        string()
            .minLength(1)
            .maxLength(2)
            .pattern("^a")
            .format("date")
            .formatMinimum("2026-01-01")
            .formatMaximum("2026-12-31")
            .formatExclusiveMinimum("2026-01-01")
            .formatExclusiveMaximum("2026-12-31")
            .contentEncoding("base64")
            .contentMediaType("image/png"),
        """
        {'type':'string','minLength':1,'maxLength':2,'pattern':'^a','format':'date',
         'formatMinimum':'2026-01-01','formatMaximum':'2026-12-31',
         'formatExclusiveMinimum':'2026-01-01','formatExclusiveMaximum':'2026-12-31',
         'contentEncoding':'base64','contentMediaType':'image/png'}
        """);
    assertSchema(
        integer()
            .minimum(1)
            .maximum(9)
            .exclusiveMinimum(0)
            .exclusiveMaximum(10)
            .multipleOf(2)
            .format("int32"),
        """
        {'type':'integer','minimum':1,'maximum':9,'exclusiveMinimum':0,'exclusiveMaximum':10,
         'multipleOf':2,'format':'int32'}
        """);
    assertSchema(
        array()
            .tuple(string(), nil())
            .additionalItems(false)
            .contains(bool())
            .uniqueItems(true)
            .minItems(1)
            .maxItems(2),
        """
        {'type':'array','items':[{'type':'string'},{'type':'null'}],'additionalItems':false,
         'contains':{'type':'boolean'},'uniqueItems':true,'minItems':1,'maxItems':2}
        """);
    assertSchema(
        object()
            .prop("a", string().required())
            .prop("b")
            .additionalProperties(number())
            .patternProperty("^x", bool())
            .propertyNames(string().maxLength(3))
            .minProperties(1)
            .maxProperties(4)
            .dependency("a", "b")
            .dependency("b", object().required("c")),
        """
        {'type':'object','properties':{'a':{'type':'string'},'b':{}},'required':['a'],
         'additionalProperties':{'type':'number'},'patternProperties':{'^x':{'type':'boolean'}},
         'propertyNames':{'type':'string','maxLength':3},'minProperties':1,'maxProperties':4,
         'dependencies':{'a':['b'],'b':{'type':'object','required':['c']}}}
        """);
  }

  @Test
  void schemasCombine() {
    assertSchema(
        any()
            .anyOf(string(), nil())
            .allOf(any(), JsonSchema.of(true))
            .oneOf(integer(), constant("x"))
            .not(array())
            .ifThenElse(enumOf(1, "a"), bool().nullable(), mixed("string", "null")),
        """
        {'anyOf':[{'type':'string'},{'type':'null'}],'allOf':[{},true],
         'oneOf':[{'type':'integer'},{'const':'x'}],'not':{'type':'array'},
         'if':{'enum':[1,'a']},'then':{'type':'boolean','nullable':true},
         'else':{'type':['string','null']}}
        """);
    assertSchema(enumOf(Color.class), "{'type':'string','enum':['RED','BLUE']}");
    assertSchema(enumOf(Color.RED), "{'enum':['RED']}");
  }

  @Test
  void fragmentsAreTakenAsTheyAre() {
    assertSchema(
        raw(Map.of("x-own", List.of(1, Map.of("a", true)))).keyword("even", true),
        "{'x-own':[1,{'a':true}],'even':true}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> raw(Map.of("a", new Object())))
        .withMessageContaining("JSON values only");
  }

  @Test
  void extendedSchemasTakeAllOver() {
    ObjectSchema base =
        object().id("base").prop("a", string().required()).definition("n", number());
    assertSchema(
        object().prop("b", integer().required()).definition("m", nil()).extend(base),
        """
        {'$id':'base','type':'object','properties':{'a':{'type':'string'},'b':{'type':'integer'}},
         'required':['a','b'],'definitions':{'n':{'type':'number'},'m':{'type':'null'}}}
        """);
  }

  @Test
  void propertiesMayBePickedOrLeftOut() {
    ObjectSchema all =
        object().id("all").prop("a", string().required()).prop("b", integer().required());
    String expected = "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}";
    assertSchema(all.only("a"), expected);
    assertSchema(all.without("b"), expected);
  }

  @Test
  void buildersAreNotChanged() {
    ObjectSchema one = object().prop("a", string());
    ObjectSchema other = one.prop("b", string()).required("a");
    assertSchema(one, "{'type':'object','properties':{'a':{'type':'string'}}}");
    assertThat(other).isNotEqualTo(one).isEqualTo(one.prop("b", string()).required("a"));
  }

  @Test
  void jsonTextIsASchemaIfItIsAnObjectOrABoolean() {
    assertSchema(Schemas.json("{\"type\":\"null\"}"), "{'type':'null'}");
    assertThat(Schemas.json("false").toValue()).isEqualTo(false);
    for (String text : List.of("[]", "1", "{", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Schemas.json(text));
    }
  }
}
