package dev.fastjava.internal.validation.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Dialect;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LibraryValidatorsTests {
  private static final String DRAFT_2020 =
      "'$schema':'https://json-schema.org/draft/2020-12/schema'";
  private static final String DRAFT_2019 =
      "'$schema':'https://json-schema.org/draft/2019-09/schema'";

  private static Object json(String text) {
    return JsonMapper.shared().readValue(text.replace('\'', '"'), Object.class);
  }

  private static Validator compile(String schema, ValidationOptions options) throws Exception {
    return new StandardValidators()
        .build(Map.of(), options)
        .compile(new RequestSchema(json(schema), "POST", "/", HttpPart.BODY));
  }

  private static List<ValidationError> errors(String schema, String document) throws Exception {
    return compile(schema, ValidationOptions.defaults()).validate(json(document)).errors();
  }

  private static String messages(String schema, String document) throws Exception {
    return SchemaErrors.message(errors(schema, document), "body");
  }

  @Test
  void keywordsOf202012Count() throws Exception {
    String tuple = "{" + DRAFT_2020 + ",'prefixItems':[{'type':'string'}],'items':false}";
    assertThat(messages(tuple, "['a']")).isEmpty();
    assertThat(messages(tuple, "['a','b']")).isNotEmpty();
    String closed =
        "{" + DRAFT_2020 + ",'allOf':[{'properties':{'a':true}}],'unevaluatedProperties':false}";
    assertThat(messages(closed, "{'a':1}")).isEmpty();
    assertThat(messages(closed, "{'a':1,'b':2}"))
        .isEqualTo("body must NOT have unevaluated properties");
  }

  @Test
  void keywordsOf201909Count() throws Exception {
    String schema = "{" + DRAFT_2019 + ",'dependentRequired':{'a':['b','c']},'minContains':0}";
    assertThat(messages(schema, "{'a':1,'b':2,'c':3}")).isEmpty();
    assertThat(errors(schema, "{'a':1,'b':2}"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.keyword()).isEqualTo("dependentRequired");
              assertThat(error.params())
                  .containsEntry("property", "a")
                  .containsEntry("missingProperty", "c")
                  .containsEntry("depsCount", 2)
                  .containsEntry("deps", "b, c");
              assertThat(error.message())
                  .isEqualTo("must have properties b, c when property a is present");
            });
  }

  /** The same schema once compiled and once by the library: the same errors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'object','properties':{'a':{'type':'integer'}}}        | {'a':'x'}
          {'type':'object','properties':{'a':{'type':['integer','null']}}} | {'a':'x'}
          {'type':'object','required':['a','b']}                         | {'a':1}
          {'type':'object','properties':{'a':{'type':'integer','minimum':1}}} | {'a':0}
          {'type':'number','maximum':2.5}                                | 3
          {'type':'number','exclusiveMinimum':1}                         | 1
          {'type':'number','exclusiveMaximum':1}                         | 1
          {'type':'number','multipleOf':3}                               | 4
          {'type':'string','minLength':3}                                | 'ab'
          {'type':'string','maxLength':1}                                | 'ab'
          {'type':'string','pattern':'^a+$'}                             | 'ab'
          {'type':'string','format':'email'}                             | 'ab'
          {'type':'array','minItems':1}                                  | []
          {'type':'array','maxItems':1}                                  | [1,2]
          {'type':'array','uniqueItems':true}                            | [1,2,1]
          {'type':'array','items':{'type':'object','required':['~/x']}}  | [{'~/x':1},{}]
          {'type':'object','minProperties':1}                            | {}
          {'type':'object','maxProperties':1}                            | {'a':1,'b':2}
          {'type':'object','properties':{'a/b':{'const':{'x':1}}}}       | {'a/b':2}
          {'enum':['a',1,null]}                                          | 'b'
          {'const':null}                                                 | 1
          {'not':{'type':'string'}}                                      | 'x'
          {'properties':{'a':false}}                                     | {'a':1}
          {'definitions':{'n':{'type':'integer'}},'properties':{'a':{'$ref':'#/definitions/n'}}} | {'a':'x'}
          {'anyOf':[{'type':'integer'},{'minLength':3}]}                 | 'x'
          {'oneOf':[{'type':'integer'},{'minimum':1}]}                   | 2
          {'allOf':[{'type':'integer'},{'minimum':5}]}                   | 2
          {'if':{'type':'integer'},'then':{'minimum':5},'else':{'maxLength':1}} | 2
          {'if':{'type':'integer'},'then':{'minimum':5},'else':{'maxLength':1}} | 'xx'
          {'dependencies':{'a':['b']}}                                   | {'a':1}
          """)
  void theLibraryReportsTheSameErrors(String schema, String document) throws Exception {
    ValidationOptions plain =
        ValidationOptions.of(v -> v.coercion(Coercion.OFF).strict(Strictness.OFF));
    List<ValidationError> expected = compile(schema, plain).validate(json(document)).errors();
    List<ValidationError> actual =
        compile(schema, plain.with(options -> options.engine(Engine.LIBRARY)))
            .validate(json(document))
            .errors();
    assertThat(actual).isEqualTo(expected).isNotEmpty();
    ValidationOptions all = plain.with(options -> options.allErrors(true));
    assertThat(
            compile(schema, all.with(options -> options.engine(Engine.LIBRARY)))
                .validate(json(document))
                .errors())
        .isEqualTo(compile(schema, all).validate(json(document)).errors());
  }

  /** Here the library keeps what it found inside of the keyword to itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'array','contains':{'const':1}}           | [2,2]
          {'type':'object','propertyNames':{'maxLength':1}} | {'ab':1}
          """)
  void someKeywordsReportOnlyThemselves(String schema, String document) throws Exception {
    ValidationOptions all =
        ValidationOptions.of(v -> v.coercion(Coercion.OFF).strict(Strictness.OFF).allErrors(true));
    List<ValidationError> expected = compile(schema, all).validate(json(document)).errors();
    List<ValidationError> actual =
        compile(schema, all.with(options -> options.engine(Engine.LIBRARY)))
            .validate(json(document))
            .errors();
    assertThat(actual).containsExactly(expected.get(expected.size() - 1));
  }

  @Test
  void oneOfTellsWhatIsInsideOnlyWithAllErrors() throws Exception {
    String schema = "{'oneOf':[{'type':'integer'},{'minLength':3}]}";
    ValidationOptions plain =
        ValidationOptions.of(v -> v.coercion(Coercion.OFF).strict(Strictness.OFF));
    for (boolean allErrors : new boolean[] {false, true}) {
      ValidationOptions compiled = plain.with(options -> options.allErrors(allErrors));
      ValidationOptions library = compiled.with(options -> options.engine(Engine.LIBRARY));
      List<ValidationError> expected = compile(schema, compiled).validate("x").errors();
      assertThat(compile(schema, library).validate("x").errors())
          .isEqualTo(allErrors ? expected : expected.subList(2, 3));
    }
  }

  @Test
  void allErrorsAreReportedWhenWanted() throws Exception {
    String schema = "{" + DRAFT_2020 + ",'type':'object','required':['a','b'],'minProperties':1}";
    assertThat(errors(schema, "{}")).hasSize(1);
    Validator all = compile(schema, ValidationOptions.of(v -> v.allErrors(true).messages(false)));
    assertThat(all.validate(json("{}")).errors())
        .hasSize(3)
        .allSatisfy(error -> assertThat(error.message()).isNull());
  }

  @Test
  void valuesAreConvertedFilledInAndRemovedAsWithDraft07() throws Exception {
    String schema =
        "{"
            + DRAFT_2020
            + ",'type':'object','additionalProperties':false,'properties':{"
            + "'n':{'type':'integer','maximum':9},'list':{'type':'array','items':{'type':'boolean'}},"
            + "'pair':{'type':'array','prefixItems':[{'type':'number'},{'type':'string'}]},"
            + "'d':{'type':'string','default':'x'},'r':{'$ref':'#/$defs/flag'}},"
            + "'$defs':{'flag':{'type':'boolean'}}}";
    Object document = json("{'n':'7','list':'true','pair':['1.5',2],'r':'false','more':1}");
    ValidationResult result = compile(schema, ValidationOptions.defaults()).validate(document);
    assertThat(result.errors()).isEmpty();
    assertThat(document)
        .isEqualTo(json("{'n':7,'list':[true],'pair':[1.5,'2'],'r':false,'d':'x'}"));
    assertThat(messages(schema, "{'n':'10'}")).isEqualTo("body/n must be <= 9");
  }

  @Test
  void rootValuesAreReplaced() throws Exception {
    Validator validator =
        compile("{" + DRAFT_2020 + ",'type':'integer'}", ValidationOptions.defaults());
    ValidationResult result = validator.validate("12");
    assertThat(result.isValid()).isTrue();
    assertThat(result.isReplaced()).isTrue();
    assertThat(result.value()).isEqualTo(12);
  }

  @Test
  void sharedSchemasAreFoundByTheirIdentifiers() throws Exception {
    Map<String, Object> shared = new LinkedHashMap<>();
    shared.put(
        "common", json("{" + DRAFT_2020 + ",'$id':'common','$defs':{'n':{'type':'integer'}}}"));
    shared.put(
        "http://example.com/x.json",
        json("{" + DRAFT_2020 + ",'$id':'http://example.com/x.json','type':'string'}"));
    Validator validator =
        new StandardValidators()
            .build(shared, ValidationOptions.defaults())
            .compile(
                new RequestSchema(
                    json(
                        "{"
                            + DRAFT_2020
                            + ",'properties':{'a':{'$ref':'common#/$defs/n'},"
                            + "'b':{'$ref':'http://example.com/x.json'}}}"),
                    "POST",
                    "/",
                    HttpPart.BODY));
    assertThat(validator.validate(json("{'a':1,'b':'x'}")).isValid()).isTrue();
    assertThat(SchemaErrors.message(validator.validate(json("{'a':[]}")).errors(), "body"))
        .isEqualTo("body/a must be integer");
  }

  @Test
  void headersAreFoundWhateverTheirCase() throws Exception {
    Validator validator =
        new StandardValidators()
            .build(Map.of(), ValidationOptions.defaults())
            .compile(
                new RequestSchema(
                    json("{" + DRAFT_2020 + ",'type':'object','required':['X-Foo']}"),
                    "GET",
                    "/",
                    HttpPart.HEADERS));
    assertThat(validator.validate(json("{'x-foo':'1'}")).isValid()).isTrue();
    assertThat(validator.validate(json("{}")).isValid()).isFalse();
  }

  @Test
  void aDefaultDialectCanBeSet() throws Exception {
    ValidationOptions options = ValidationOptions.of(v -> v.dialect(Dialect.DRAFT_2020_12));
    assertThat(
            compile("{'type':'array','prefixItems':[{'type':'string'}],'items':false}", options)
                .validate(json("['a','b']"))
                .isValid())
        .isFalse();
  }

  @Test
  void ownFormatsAndKeywordsCount() throws Exception {
    ValidationOptions options =
        ValidationOptions.of(
            v ->
                v.format("even-length", SchemaFormat.text(text -> text.length() % 2 == 0))
                    .keyword(
                        SchemaKeyword.of(
                            "divisibleBy",
                            k ->
                                k.types("number")
                                    .validate(
                                        (schema, value) ->
                                            ((Number) value).intValue()
                                                    % ((Number) schema).intValue()
                                                == 0)
                                    .message((schema, value) -> "must be divisible by " + schema)
                                    .params((schema, value) -> Map.of("by", schema)))));
    Validator validator =
        compile(
            "{"
                + DRAFT_2020
                + ",'properties':{'t':{'type':'string','format':'even-length'},"
                + "'n':{'type':'integer','divisibleBy':3}}}",
            options);
    assertThat(validator.validate(json("{'t':'ab','n':3}")).isValid()).isTrue();
    assertThat(SchemaErrors.message(validator.validate(json("{'t':'a'}")).errors(), "body"))
        .isEqualTo("body/t must match format \"even-length\"");
    assertThat(validator.validate(json("{'n':4}")).errors())
        .containsExactly(
            new ValidationError(
                "/n",
                "#/properties/n/divisibleBy",
                "divisibleBy",
                Map.of("by", 3),
                "must be divisible by 3"));
  }

  @Test
  void badSchemasDoNotCompile() {
    assertThatExceptionOfType(SchemaBuildException.class)
        .isThrownBy(() -> errors("{" + DRAFT_2020 + ",'properties':{'a':{'type':'text'}}}", "1"))
        .withMessageStartingWith("schema is invalid: data/properties/a/type must be")
        .satisfies(e -> assertThat(e.pointer()).isEqualTo("#/properties/a/type"));
    assertThatExceptionOfType(SchemaBuildException.class)
        .isThrownBy(() -> errors("{" + DRAFT_2020 + ",'properties':{'a':{'typ':'x'}}}", "1"))
        .withMessage("strict mode: unknown keyword: \"typ\" at #/properties/a");
    assertThatExceptionOfType(SchemaBuildException.class)
        .isThrownBy(() -> errors("{" + DRAFT_2020 + ",'items':{'format':'zip'}}", "1"))
        .withMessage("unknown format \"zip\" ignored in schema at path \"#/items\"");
    assertThatExceptionOfType(SchemaBuildException.class)
        .isThrownBy(() -> errors("{" + DRAFT_2020 + ",'items':{'pattern':'('}}", "'x'"))
        .satisfies(e -> assertThat(e.pointer()).isEqualTo("#/items"));
  }

  @Test
  void nothingIsFetched() {
    assertThatExceptionOfType(SchemaBuildException.class)
        .isThrownBy(
            () -> errors("{" + DRAFT_2020 + ",'$ref':'http://localhost:1/schema.json'}", "1"));
  }

  @Test
  void hostilePatternsAndDocumentsAreBounded() throws Exception {
    Validator pattern =
        compile(
            "{" + DRAFT_2020 + ",'type':'string','pattern':'^(a|b)*\\\\1$'}",
            ValidationOptions.of(v -> v.maxRegexSteps(10_000)));
    assertThat(pattern.validate("ab".repeat(50_000)).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.keyword()).isEqualTo("pattern"));
    Validator deep =
        compile(
            "{" + DRAFT_2020 + ",'type':'array','items':{'$ref':'#'}}",
            ValidationOptions.defaults());
    Object document = List.of();
    for (int i = 0; i < 2_000; i++) {
      document = new java.util.ArrayList<>(List.of(document));
    }
    assertThat(deep.validate(document).isValid()).isFalse();
  }
}
