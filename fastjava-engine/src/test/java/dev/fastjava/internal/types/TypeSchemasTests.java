package dev.fastjava.internal.types;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.types.Samples.Animal;
import dev.fastjava.internal.types.Samples.Annotated;
import dev.fastjava.internal.types.Samples.Bean;
import dev.fastjava.internal.types.Samples.Cat;
import dev.fastjava.internal.types.Samples.Circle;
import dev.fastjava.internal.types.Samples.Collections;
import dev.fastjava.internal.types.Samples.Constrained;
import dev.fastjava.internal.types.Samples.Drawing;
import dev.fastjava.internal.types.Samples.Group;
import dev.fastjava.internal.types.Samples.Level;
import dev.fastjava.internal.types.Samples.Line;
import dev.fastjava.internal.types.Samples.LooseBean;
import dev.fastjava.internal.types.Samples.Money;
import dev.fastjava.internal.types.Samples.Optionals;
import dev.fastjava.internal.types.Samples.Page;
import dev.fastjava.internal.types.Samples.Pages;
import dev.fastjava.internal.types.Samples.Rectangle;
import dev.fastjava.internal.types.Samples.Scalars;
import dev.fastjava.internal.types.Samples.Shape;
import dev.fastjava.internal.types.Samples.Size3;
import dev.fastjava.internal.types.Samples.StrictBean;
import dev.fastjava.internal.types.Samples.Times;
import dev.fastjava.internal.types.Samples.Tree;
import dev.fastjava.internal.types.Samples.TwoLines;
import dev.fastjava.internal.types.Samples.Untagged;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.Validator;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TypeSchemasTests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeSchemas SCHEMAS = new TypeSchemas(JSON);

  /** Everything has to be as the schema says: nothing is converted. */
  private static final ValidationOptions EXACT =
      ValidationOptions.of(
          v -> v.coercion(Coercion.OFF).strictTypes(Strictness.ON).strictTuples(Strictness.ON));

  private static String schema(Type type) {
    return JSON.writeValueAsString(SCHEMAS.of(type, Direction.BOTH));
  }

  private static void assertSchema(Type type, String expected) {
    assertThat(JSON.readTree(schema(type))).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
  }

  private static List<String> errors(JsonSchema schema, String json) throws Exception {
    Object value = JSON.readValue(json.replace('\'', '"'), Object.class);
    return Validator.of(schema, EXACT).validate(value).errors().stream()
        .map(error -> error.instancePath() + ' ' + error.message())
        .toList();
  }

  private static List<String> errors(Type type, String json) throws Exception {
    return errors(Schemas.of(type), json);
  }

  /** What Jackson writes satisfies the schema, and so Jackson reads it back. */
  private static void assertRoundTrip(Object value) throws Exception {
    String text = JSON.writeValueAsString(value);
    Object plain = JSON.readValue(text, Object.class);
    List<ValidationError> errors =
        Validator.of(Schemas.of(value.getClass()), EXACT).validate(plain).errors();
    assertThat(errors).as(plain + " against " + schema(value.getClass())).isEmpty();
    assertThat(JSON.readValue(text, value.getClass())).usingRecursiveComparison().isEqualTo(value);
  }

  @Test
  void recordsOfScalarsNameTypesFormatsAndRanges() throws Exception {
    assertSchema(
        Scalars.class,
        """
        {'type':'object','properties':{
          'text':{'type':'string'},
          'letter':{'type':'string','minLength':1,'maxLength':1},
          'flag':{'type':'boolean'},
          'small':{'type':'integer','minimum':-128,'maximum':255},
          'middle':{'type':'integer','minimum':-32768,'maximum':32767},
          'whole':{'type':'integer','minimum':-2147483648,'maximum':2147483647},
          'large':{'type':'integer'},
          'fraction':{'type':'number'},
          'exact':{'type':'number'},
          'price':{'type':'number'},
          'id':{'type':'string','format':'uuid'},
          'bytes':{'type':'string','format':'byte'},
          'size':{'type':'string','enum':['SMALL','mid','LARGE']},
          'level':{'type':'integer','enum':[1,2]}},
         'required':['text','letter','flag','small','middle','whole','large','fraction','exact',
           'price','id','bytes','size','level']}
        """);
    assertRoundTrip(
        new Scalars(
            "a",
            'b',
            true,
            (byte) 1,
            (short) 2,
            3,
            1L << 40,
            0.5f,
            0.25,
            new BigDecimal("9.5"),
            new UUID(1, 2),
            new byte[] {1, 2, 3},
            Size3.MEDIUM,
            Level.HIGH));
  }

  @Test
  void timesHaveTheirFormats() throws Exception {
    assertThat(schema(Times.class))
        .contains(
            "\"instant\":{\"type\":\"string\",\"format\":\"date-time\"}",
            "\"date\":{\"type\":\"string\",\"format\":\"date\"}",
            "\"duration\":{\"type\":\"string\",\"format\":\"duration\"}",
            "\"local\":{\"type\":\"string\"}");
    Instant now = Instant.parse("2026-11-27T10:15:30Z");
    assertRoundTrip(
        new Times(
            now,
            OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
            ZonedDateTime.ofInstant(now, ZoneOffset.UTC),
            LocalDate.of(2026, 11, 27),
            LocalDateTime.of(2026, 11, 27, 10, 15),
            LocalTime.of(10, 15),
            Duration.ofMinutes(90),
            Year.of(2026)));
    assertThat(errors(Times.class, "{'date':'27.11.2026'}")).isNotEmpty();
  }

  @Test
  void optionalAndNullableComponentsMayBeAbsentOrNull() throws Exception {
    assertThat(errors(Optionals.class, "{'needed':'x'}")).isEmpty();
    assertThat(errors(Optionals.class, "{'needed':'x','text':null,'number':null,'name':null}"))
        .isEmpty();
    assertThat(errors(Optionals.class, "{}"))
        .containsExactly(" must have required property 'needed'");
    assertThat(errors(Optionals.class, "{'needed':null}"))
        .containsExactly("/needed must be string");
    assertRoundTrip(new Optionals(Optional.of("a"), OptionalInt.empty(), null, "b"));
  }

  @Test
  void collectionsMapsAndArraysDescribeTheirItems() throws Exception {
    String rest = ",'set':[1],'map':{},'array':[],'holes':[],'nested':[]}";
    assertThat(errors(Collections.class, "{'list':['a']" + rest)).isEmpty();
    assertThat(errors(Collections.class, "{'list':[1]" + rest))
        .containsExactly("/list/0 must be string");
    assertThat(errors(Collections.class, "{'list':[null]" + rest))
        .containsExactly("/list/0 must be string");
    assertThat(errors(Collections.class, "{'list':[]" + rest.replace("[1]", "[1,1]")))
        .containsExactly("/set must NOT have duplicate items (items ## 1 and 0 are identical)");
    assertThat(errors(Collections.class, "{'list':[]" + rest.replace("{}", "{'a':{'sku':'s'}}")))
        .containsExactly("/map/a must have required property 'qty'");
    assertThat(
            errors(Collections.class, "{'list':[]" + rest.replace("'holes':[]", "'holes':[null]")))
        .isEmpty();
    assertThat(
            errors(
                Collections.class, "{'list':[]" + rest.replace("'nested':[]", "'nested':[['x']]")))
        .containsExactly("/nested/0/0 must be integer");
    assertRoundTrip(
        new Collections(
            List.of("a"),
            Set.of(1),
            Map.of("k", new Line("s", 1)),
            new String[] {"x"},
            Arrays.asList("y", null),
            List.of(List.of(1))));
  }

  @Test
  void typesMetTwiceAreDefinedOnce() throws Exception {
    assertThat(schema(TwoLines.class)).containsOnlyOnce("\"sku\":{").contains("#/definitions/Line");
    assertThat(errors(TwoLines.class, "{'first':{'sku':'a','qty':1},'second':{'sku':'b'}}"))
        .containsExactly("/second must have required property 'qty'");
    assertRoundTrip(new TwoLines(new Line("a", 1), new Line("b", 2), null));
  }

  @Test
  void typesMayContainThemselves() throws Exception {
    assertThat(errors(Tree.class, "{'name':'a','children':[{'name':'b','children':[{}]}]}"))
        .containsExactly("/children/0/children/0 must have required property 'name'");
    assertRoundTrip(
        new Tree("a", List.of(new Tree("b", List.of(), null)), new Tree("c", List.of(), null)));
  }

  @Test
  void genericTypesAreResolved() throws Exception {
    assertThat(
            errors(
                Pages.class,
                "{'lines':{'items':['x'],'total':1},'words':{'items':['x'],'total':1}}"))
        .containsExactly("/lines/items/0 must be object");
    Type page = Pages.class.getDeclaredField("words").getGenericType();
    assertThat(errors(page, "{'items':[1],'total':1}")).containsExactly("/items/0 must be string");
    assertRoundTrip(
        new Pages(new Page<>(List.of(new Line("a", 1)), 1), new Page<>(List.of("w"), 1)));
  }

  @Test
  void constraintsBecomeKeywords() throws Exception {
    String valid =
        "{'name':'n','mail':'a@b.de','count':1,'id':1,'price':0.6,'country':'DE','onlyJava':'a',"
            + "'tags':['ab']}";
    assertThat(errors(Constrained.class, valid)).isEmpty();
    assertThat(errors(Constrained.class, valid.replace("'n',", "'',")))
        .containsExactly("/name must NOT have fewer than 1 characters");
    assertThat(errors(Constrained.class, valid.replace("a@b.de", "nobody")))
        .containsExactly("/mail must match format \"email\"");
    assertThat(errors(Constrained.class, valid.replace("'count':1", "'count':10")))
        .containsExactly("/count must be <= 9");
    assertThat(errors(Constrained.class, valid.replace("'id':1", "'id':0")))
        .containsExactly("/id must be > 0");
    assertThat(errors(Constrained.class, valid.replace("0.6", "0.5")))
        .containsExactly("/price must be > 0.5");
    assertThat(errors(Constrained.class, valid.replace("'DE'", "'DEU'")))
        .containsExactly("/country must match pattern \"^(?:[A-Z]{2})$\"");
    assertThat(errors(Constrained.class, valid.replace("['ab']", "[]")))
        .containsExactly("/tags must NOT have fewer than 1 items");
    assertThat(errors(Constrained.class, valid.replace("['ab']", "['a']")))
        .containsExactly("/tags/0 must NOT have fewer than 2 characters");
    assertThat(schema(Constrained.class)).doesNotContain("a++");
  }

  @Test
  void annotationsOfJacksonRenameHideUnwrapAndDescribe() throws Exception {
    assertSchema(
        Annotated.class,
        """
        {'type':'object','properties':{
          'first_name':{'type':'string'},
          'limit':{'type':'integer','minimum':-2147483648,'maximum':2147483647,'default':7},
          'subject':{'type':'string','description':'What it is about'},
          'amount':{'type':'string'},
          'sku':{'type':'string'},
          'qty':{'type':'integer','minimum':-2147483648,'maximum':2147483647}},
         'required':['first_name','subject','amount','sku','qty']}
        """);
  }

  @Test
  void beansHaveThePropertiesJacksonReadsAndWrites() throws Exception {
    assertSchema(
        Bean.class,
        """
        {'type':'object','properties':{
          'name':{'type':'string'},
          'count':{'type':'integer','minimum':-2147483648,'maximum':2147483647},
          'note':{'type':'string','nullable':true},
          'double':{'type':'integer','minimum':-2147483648,'maximum':2147483647,'readOnly':true}},
         'required':['count']}
        """);
  }

  @Test
  void requiredFollowsNullMarked() {
    assertSchema(
        LooseBean.class,
        """
        {'type':'object','properties':{
          'text':{'type':'string','nullable':true},
          'number':{'type':'integer','minimum':-2147483648,'maximum':2147483647},
          'needed':{'type':'string','nullable':true}},
         'required':['needed']}
        """);
    assertSchema(
        StrictBean.class,
        """
        {'type':'object','properties':{
          'text':{'type':'string'},
          'number':{'type':'integer','minimum':-2147483648,'maximum':2147483647},
          'note':{'type':'string','nullable':true}},
         'required':['number']}
        """);
  }

  @Test
  void sealedTypesAreToldApartByTheirTag() throws Exception {
    String schema = schema(Drawing.class);
    assertThat(schema).contains("\"discriminator\":{\"propertyName\":\"kind\"}", "\"oneOf\"");
    assertThat(errors(Shape.class, "{'kind':'circle','radius':1}")).isEmpty();
    assertThat(errors(Shape.class, "{'kind':'circle'}"))
        .containsExactly(" must have required property 'radius'");
    assertThat(errors(Shape.class, "{'kind':'square'}"))
        .containsExactly(" value of tag \"kind\" must be in oneOf");
    assertThat(errors(Shape.class, "{}")).containsExactly(" must have required property 'kind'");
    assertThat(
            errors(
                Shape.class,
                "{'kind':'group','members':[{'kind':'group','members':[{'kind':'circle'}]}]}"))
        .containsExactly("/members/0/members/0 must have required property 'radius'");
    assertRoundTrip(
        new Drawing(
            new Group(List.of(new Circle(1), new Rectangle(2, 3))),
            List.of(new Circle(2)),
            new Circle(3)));
  }

  @Test
  void subtypesNamedToJacksonAreAlternatives() throws Exception {
    assertThat(errors(Animal.class, "{'@type':'cat','lives':7}")).isEmpty();
    assertThat(errors(Animal.class, "{'@type':'dog','lives':7}"))
        .containsExactly(" must have required property 'barks'");
    assertRoundTrip(new Cat(9));
  }

  @Test
  void sealedTypesWithoutTagAreAlternativesToo() throws Exception {
    assertThat(errors(Untagged.class, "{'left':1}")).isEmpty();
    assertThat(errors(Untagged.class, "{'right':'r'}")).isEmpty();
    assertThat(errors(Untagged.class, "{'up':1}"))
        .last()
        .isEqualTo(" must match a schema in anyOf");
  }

  @Test
  void enumsAndValueTypesAreScalars() {
    assertSchema(Size3.class, "{'type':'string','enum':['SMALL','mid','LARGE']}");
    assertSchema(Money.class, "{'type':'string'}");
    assertSchema(String.class, "{'type':'string'}");
    assertSchema(Object.class, "{}");
    assertSchema(
        int[].class,
        "{'type':'array','items':{'type':'integer','minimum':-2147483648,'maximum':2147483647}}");
  }

  @Test
  void typesInsideOfABuilderShareTheDefinitionsOfTheWhole() throws Exception {
    JsonSchema schema =
        object()
            .prop("tree", Schemas.of(Tree.class))
            .prop("trees", array(Schemas.of(Tree.class)))
            .prop("lines", Schemas.of(TwoLines.class))
            .required("tree");
    assertThat(errors(schema, "{'tree':{'name':'a','children':[{}]}}"))
        .containsExactly("/tree/children/0 must have required property 'name'");
    assertThat(errors(schema, "{'tree':{'name':'a','children':[]},'trees':[{}]}"))
        .containsExactly("/trees/0 must have required property 'name'");
    assertThat(
            errors(schema, "{'tree':{'name':'a','children':[]},'lines':{'first':{},'second':{}}}"))
        .containsExactly("/lines/first must have required property 'sku'");
  }

  @Test
  void typesInsideOfMapsAndListsAreResolved() {
    @Nullable Object plain =
        SCHEMAS.resolve(
            Map.of(
                "type", "object", "properties", Map.of("line", Line.class, "size", Size3.class)));
    assertThat(JSON.writeValueAsString(plain)).contains("\"sku\"", "\"mid\"");
  }
}
