package dev.fastjava.spring.boot.docs.actuator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

@Endpoint(id = "features")
class FeaturesEndpoint {
  private final Map<String, Boolean> features = new ConcurrentHashMap<>(Map.of("search", true));

  @ReadOperation
  Map<String, Boolean> all() {
    return features;
  }

  @WriteOperation
  void change(@Selector String name, boolean enabled) {
    features.put(name, enabled);
  }
}
