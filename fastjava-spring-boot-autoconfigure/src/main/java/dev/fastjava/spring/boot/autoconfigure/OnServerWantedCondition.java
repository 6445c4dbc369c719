package dev.fastjava.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The server listens unless {@code fastjava.server.enabled} or, where that says nothing, {@code
 * spring.main.web-application-type=none} keeps it from doing so.
 */
class OnServerWantedCondition extends SpringBootCondition {
  private static final String ENABLED = "fastjava.server.enabled";
  private static final String TYPE = "spring.main.web-application-type";

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    ConditionMessage.Builder message = ConditionMessage.forCondition("FastJava server");
    Boolean enabled = environment.getProperty(ENABLED, Boolean.class);
    if (enabled != null) {
      return new ConditionOutcome(enabled, message.because(ENABLED + "=" + enabled));
    }
    String type = environment.getProperty(TYPE);
    return type != null && type.trim().equalsIgnoreCase("none")
        ? ConditionOutcome.noMatch(message.because(TYPE + "=none"))
        : ConditionOutcome.match(message.because("nothing says otherwise"));
  }
}
