package dev.fastjava.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fastjava.Hook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.HttpErrors;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets requests pass that know the API key. Routes that write have it as onRequest hook. */
@Component
class ApiKeyHook implements Hook {
  private final byte[] key;

  ApiKeyHook(@Value("${order-desk.api-key}") String key) {
    this.key = key.getBytes(UTF_8);
  }

  @Override
  public void run(Request request, Reply reply) {
    String given = request.header("x-api-key");
    // Takes the same time for every wrong key, so that none can be guessed letter by letter.
    if (given == null || !MessageDigest.isEqual(key, given.getBytes(UTF_8))) {
      throw HttpErrors.create(
          401,
          "A valid x-api-key header is required",
          e -> e.code("API_KEY_REQUIRED").header("www-authenticate", "ApiKey"));
    }
  }
}
