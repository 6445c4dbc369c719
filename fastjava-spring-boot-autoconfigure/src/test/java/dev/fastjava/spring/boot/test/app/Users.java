package dev.fastjava.spring.boot.test.app;

import java.util.List;
import org.springframework.stereotype.Service;

/** What the routes need and a slice does not bring. */
@Service
class Users {
  private final UserRepository repository;

  Users(UserRepository repository) {
    this.repository = repository;
  }

  List<String> all() {
    return repository.names();
  }
}
