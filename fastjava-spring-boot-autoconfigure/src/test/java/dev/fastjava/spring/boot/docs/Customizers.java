package dev.fastjava.spring.boot.docs;

import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Customizers {

  @Bean
  FastjavaOptionsCustomizer requestIds() {
    return options -> options.genReqId(request -> UUID.randomUUID().toString());
  }

  @Bean
  FastjavaCustomizer methods() {
    return app -> app.addHttpMethod("PURGE");
  }
}
