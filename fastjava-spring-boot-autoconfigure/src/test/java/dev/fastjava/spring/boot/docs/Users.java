package dev.fastjava.spring.boot.docs;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
class Users {
  List<User> all() {
    return List.of(new User(1, "Ada"), new User(2, "Grace"));
  }
}
