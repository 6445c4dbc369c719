package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.content.SeenTypes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replays {@code content-type.json} against the reading of media types and the table of parsers.
 */
final class ContentTypeVectors implements VectorFamily {
  private static final String EMPTY_BODY_REFUSED = "FST_ERR_CTP_EMPTY_JSON_BODY";

  @Override
  public String name() {
    return "content-type";
  }

  @Override
  public Stream<VectorCase> cases(VectorFile file) {
    return Stream.concat(
        file.list("parse")
            .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> parse(each))),
        file.cases()
            .map(each -> new VectorCase(each.id(), each.group(), each.tags(), () -> match(each))));
  }

  private static void parse(VectorFile.Fields recorded) {
    MediaType type = MediaType.parse(recorded.text("header"));
    VectorFile.Fields expected = recorded.expect();
    assertThat(type.isValid()).isEqualTo(expected.flag("valid"));
    assertThat(type.essence()).isEqualTo(expected.get("mediaType"));
    String essence = type.isValid() ? type.essence() : "/";
    assertThat(essence).isEqualTo(expected.text("type") + '/' + expected.text("subtype"));
    assertThat(
            type.parameters().entrySet().stream()
                .map(parameter -> List.of(parameter.getKey(), parameter.getValue()))
                .toList())
        .isEqualTo(expected.values("parameters"));
    if (type.isValid()) {
      assertThat(type.toString()).isEqualTo(expected.get("string"));
    }
  }

  private static void match(VectorFile.Fields recorded) {
    ContentTypeTable.Builder<String> builder = ContentTypeTable.builder(new SeenTypes());
    builder.addDefault("application/json", "default-json").addDefault("text/plain", "default-text");
    if (recorded.flag("removeAll")) {
      builder.removeAll();
    }
    recorded.texts("remove").forEach(builder::remove);
    VectorFile.Fields expected = recorded.expect();
    int index = 0;
    for (VectorFile.Fields parser : recorded.objects("registered")) {
      try {
        add(builder, parser.get("type"), parser.text("id"));
      } catch (FastjavaException e) {
        VectorFile.Fields error = expected.object("registrationError");
        assertThat(error.map()).containsEntry("index", index).containsEntry("code", e.code());
        assertThat(e).hasMessage(error.text("message"));
        return;
      }
      index++;
    }
    assertThat(expected.has("registrationError")).isFalse();
    assertThat(outcome(builder.build(), recorded))
        .isEqualTo(
            EMPTY_BODY_REFUSED.equals(expected.get("code"))
                ? "default-json"
                : expected.get("parser"));
  }

  private static void add(
      ContentTypeTable.Builder<String> builder, @Nullable Object type, String id) {
    if (type instanceof VectorValues.Regex regex) {
      int flags = regex.flags().contains("i") ? Pattern.CASE_INSENSITIVE : 0;
      builder.add(Pattern.compile(regex.source(), flags), id);
    } else {
      builder.add((String) type, id);
    }
  }

  private static @Nullable String outcome(
      ContentTypeTable<String> table, VectorFile.Fields recorded) {
    String header = recorded.textOrNull("header");
    if (header == null) {
      return recorded.get("body") == null ? "none" : table.matchUntyped().parser();
    }
    ContentTypeTable.Match<String> match = table.match(header);
    return match.type().isValid() ? match.parser() : null;
  }
}
