package dev.fastjava.spring.boot.actuate;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where endpoints are served. Boot's own condition knows servlets and WebFlux alone. */
abstract class OnManagementPort extends SpringBootCondition {
  private final ManagementPortType wanted;

  private OnManagementPort(ManagementPortType wanted) {
    this.wanted = wanted;
  }

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ManagementPortType type = ManagementPortType.get(context.getEnvironment());
    return new ConditionOutcome(
        type == wanted, ConditionMessage.forCondition("Management port").because("it is " + type));
  }

  /** On the server of the application. */
  static final class Same extends OnManagementPort {
    Same() {
      super(ManagementPortType.SAME);
    }
  }

  /** On a server of their own. */
  static final class Different extends OnManagementPort {
    Different() {
      super(ManagementPortType.DIFFERENT);
    }
  }
}
