package dev.fastjava.spring.boot.test.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with components of every kind, for slices of it. */
@SpringBootApplication
class OrderDesk {}
