package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Status, headers and body of entities. */
class EntityRepliesTests extends ServedReplies {
  @Test
  void statusHeadersAndBodyOfAnEntityAreSent() {
    servesHandler(
        (request, reply) ->
            ResponseEntity.accepted()
                .header("location", "/orders/7")
                .header("set-cookie", "a=1", "b=2")
                .body(new Item("cup", 2)),
        inject -> {
          InjectResponse response = inject.get("/it");
          assertThat(response)
              .hasStatus(202)
              .hasHeader("location", "/orders/7")
              .hasBody("{\"name\":\"cup\",\"count\":2}");
          assertThat(response.headerLines("set-cookie")).containsExactly("a=1", "b=2");
        });
  }

  @Test
  void anEntityWithoutABodyHasNone() {
    servesHandler(
        (request, reply) -> ResponseEntity.noContent().build(),
        inject -> assertThat(inject.get("/it")).hasStatus(204).hasBody(""));
    servesHandler(
        (request, reply) -> ResponseEntity.ok().build(),
        inject -> assertThat(inject.get("/it")).hasStatus(200).hasBody(""));
  }

  @Test
  void anEntityWithoutAStatusKeepsThatOfTheReply() {
    HttpHeaders headers = new HttpHeaders();
    headers.add("x-one", "1");
    servesHandler(
        (request, reply) -> {
          reply.code(201);
          return new HttpEntity<>("text", headers);
        },
        inject ->
            assertThat(inject.get("/it")).hasStatus(201).hasHeader("x-one", "1").hasBody("text"));
  }

  @Test
  void theBodyOfAnEntityGoesThroughTheSchemaOfItsStatus() {
    servesRoute(
        RouteDefinition.get("/it")
            .schema(s -> s.response(202, Schemas.object().prop("name", Schemas.string())))
            .handler(
                (request, reply) ->
                    ResponseEntity.accepted().body(Map.of("name", "cup", "secret", 1))),
        inject -> assertThat(inject.get("/it")).hasStatus(202).hasBody("{\"name\":\"cup\"}"));
  }

  @Test
  void anEntityMayComeLaterAndBeSentByHand() {
    servesHandler(
        (request, reply) -> Mono.just(ResponseEntity.status(203).body("later")),
        inject -> assertThat(inject.get("/it")).hasStatus(203).hasBody("later"));
    servesHandler(
        (request, reply) -> reply.send(ResponseEntity.status(203).body(Mono.just("sent"))),
        inject -> assertThat(inject.get("/it")).hasStatus(203).hasBody("sent"));
  }
}
