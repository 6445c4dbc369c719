package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Request;
import org.springframework.boot.actuate.endpoint.SecurityContext;

/**
 * Tells actuator endpoints who asks, so that {@code show-details=when-authorized} and its like mean
 * something. A bean of this type, one at most, is asked for each request to an endpoint; without
 * one, nobody is known and nobody has a role.
 *
 * <pre>{@code
 * @Bean
 * EndpointSecurity endpointSecurity(Accounts accounts) {
 *   return request -> accounts.securityOf(request.header("authorization"));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface EndpointSecurity {
  /**
   * Returns what is known of the user. Called where blocking is allowed.
   *
   * @param request a request to an actuator endpoint
   * @return the user and their roles; {@link SecurityContext#NONE} for an unknown one
   * @throws Exception to answer the request with an error
   */
  SecurityContext of(Request request) throws Exception;
}
