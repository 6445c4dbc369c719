package dev.fastjava.spring.boot.test.app;

import org.springframework.stereotype.Component;

@Component
class Unrelated {}
