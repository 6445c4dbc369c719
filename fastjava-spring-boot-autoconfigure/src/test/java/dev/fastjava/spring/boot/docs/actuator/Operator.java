package dev.fastjava.spring.boot.docs.actuator;

import java.security.Principal;
import org.springframework.boot.actuate.endpoint.SecurityContext;

class Operator implements SecurityContext {

  @Override
  public Principal getPrincipal() {
    return () -> "operator";
  }

  @Override
  public boolean isUserInRole(String role) {
    return true;
  }
}
