package dev.fastjava.spring.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a {@link BeanRegistrationException} without a stack trace. */
class BeanRegistrationFailureAnalyzer extends AbstractFailureAnalyzer<BeanRegistrationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BeanRegistrationException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
