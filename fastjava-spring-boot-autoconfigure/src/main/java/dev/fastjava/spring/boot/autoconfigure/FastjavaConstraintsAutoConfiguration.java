package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the check of constraints that no schema says, by the {@link Validator} bean
 * of the application. Of several, the primary one is taken; when none is, the context does not
 * start.
 */
@AutoConfiguration(
    before = FastjavaAutoConfiguration.class,
    afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnClass(Validator.class)
public final class FastjavaConstraintsAutoConfiguration {
  FastjavaConstraintsAutoConfiguration() {}

  /** Before the customizers of the application, which may set something else. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FastjavaOptionsCustomizer fastjavaConstraintsCustomizer(ObjectProvider<Validator> validators) {
    return options ->
        validators.ifAvailable(
            validator -> options.beanConstraints(JakartaConstraints.of(validator)));
  }
}
