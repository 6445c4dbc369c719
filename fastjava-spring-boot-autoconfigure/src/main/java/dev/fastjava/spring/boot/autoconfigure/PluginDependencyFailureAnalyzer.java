package dev.fastjava.spring.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a {@link PluginDependencyException} without a stack trace. */
class PluginDependencyFailureAnalyzer extends AbstractFailureAnalyzer<PluginDependencyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PluginDependencyException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
