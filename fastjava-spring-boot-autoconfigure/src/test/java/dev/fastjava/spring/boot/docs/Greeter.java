package dev.fastjava.spring.boot.docs;

import org.springframework.stereotype.Service;

@Service
class Greeter {
  String greet(String name) {
    return "Hello, " + name + "!";
  }
}
