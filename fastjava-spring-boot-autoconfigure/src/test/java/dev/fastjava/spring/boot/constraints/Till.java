package dev.fastjava.spring.boot.constraints;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose bodies have constraints that no schema says. */
@SpringBootApplication
class Till {}
