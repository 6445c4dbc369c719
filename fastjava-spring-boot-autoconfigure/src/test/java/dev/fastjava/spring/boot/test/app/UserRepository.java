package dev.fastjava.spring.boot.test.app;

import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class UserRepository {

  List<String> names() {
    return List.of("Ada");
  }
}
