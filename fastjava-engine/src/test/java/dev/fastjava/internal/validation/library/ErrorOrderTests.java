package dev.fastjava.internal.validation.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.Validator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** With all errors, both engines tell them in one order: that of the reference. */
class ErrorOrderTests {
  private static List<String> errors(Engine engine, String schema, String document) {
    Validator validator =
        Validator.of(
            JsonSchema.of(JsonMapper.builder().build().readTree(schema.replace('\'', '"'))),
            ValidationOptions.of(
                v -> v.engine(engine).allErrors(true).strict(ValidationOptions.Strictness.OFF)));
    Object value =
        JsonMapper.builder().build().readValue(document.replace('\'', '"'), Object.class);
    try {
      return validator.validate(value).errors().stream().map(ErrorOrderTests::told).toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String told(ValidationError error) {
    return error.instancePath() + ' ' + error.keyword() + ' ' + error.message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'properties':{'b':{'type':'integer'},'a':{'minLength':3,'pattern':'x','enum':['k']}},"
            + "'required':['c','d'],'minProperties':9} | {'a':'q','b':'z'}",
        "{'type':'object','additionalProperties':false,'properties':{'p':{'maximum':1,"
            + "'multipleOf':2}},'patternProperties':{'^q':{'type':'integer'}}}"
            + " | {'z':1,'y':2,'q2':'x','q1':'x','p':3}",
        "{'items':{'properties':{'x':{'minimum':5,'multipleOf':3},'w':{'type':'integer'}},'required':['k']},'minItems':9,'uniqueItems':true}"
            + " | [{'w':'a','x':1},{'x':2},{'x':2}]",
        "{'allOf':[{'properties':{'b':{'minimum':9}}},{'required':['z']}],"
            + "'properties':{'a':{'maxLength':1},'b':{'multipleOf':7}},'not':{'required':['a']}}"
            + " | {'a':'long','b':1}",
        "{'definitions':{'n':{'minimum':5,'enum':[9]}},'properties':{'b':{'$ref':'#/definitions/n'},"
            + "'a':{'anyOf':[{'type':'integer','minimum':100},{'type':'boolean'}]}},'additionalProperties':{'maxLength':1}}"
            + " | {'z':'long','a':'x','b':1,'y':'long'}"
      })
  void theOrderIsThatOfTheOwnEngine(String schema, String document) {
    List<String> own = errors(Engine.COMPILED, schema, document);
    assertThat(own).hasSizeGreaterThan(2);
    assertThat(errors(Engine.LIBRARY, schema, document)).isEqualTo(own);
  }
}
