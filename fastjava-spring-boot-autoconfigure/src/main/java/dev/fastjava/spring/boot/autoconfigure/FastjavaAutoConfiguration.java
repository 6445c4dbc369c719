package dev.fastjava.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Auto-configuration of a FastJava server. */
@AutoConfiguration
public final class FastjavaAutoConfiguration {

  FastjavaAutoConfiguration() {}
}
