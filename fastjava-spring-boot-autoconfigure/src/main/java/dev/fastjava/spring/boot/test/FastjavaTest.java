package dev.fastjava.spring.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of routes and plugins alone: the context holds the FastJava beans of the application and
 * no others, nothing listens, requests are sent by the {@link dev.fastjava.inject.Inject} bean.
 *
 * <pre>{@code
 * @FastjavaTest(UserRoutes.class)
 * class UserRoutesTests {
 *   @Autowired Inject inject;
 *   @MockitoBean Users users;
 *
 *   @Test
 *   void listsUsers() {
 *     assertThat(inject.get("/v1/users").statusCode()).isEqualTo(200);
 *   }
 * }
 * }</pre>
 *
 * <p>The bean may as well be a parameter of a test: {@code void listsUsers(Inject inject)}.
 *
 * <p>Component scanning finds:
 *
 * <ul>
 *   <li>components that are plugins, hooks, customizers, error handlers or request listeners;
 *   <li>{@code @Configuration} classes of which every {@code @Bean} method makes such a thing or a
 *       {@code RouteDefinition};
 *   <li>other {@code @Configuration} classes with hooks, customizers, error handlers or listeners:
 *       without their routes, and with other beans made only when one of these needs them.
 * </ul>
 *
 * <p>With classes named, plugins that are not named are left out, unless a named one depends on
 * them, and so are configurations with routes. Other components, services among them, are not
 * created: name them, import them, or put mocks in their place. Beans of the
 * {@code @SpringBootApplication} class itself are always there, as with every slice.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(FastjavaTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(FastjavaTypeExcludeFilter.class)
@AutoConfigureFastjava
@ImportAutoConfiguration
public @interface FastjavaTest {
  /**
   * Properties for the environment of the test.
   *
   * @return properties such as {@code "fastjava.body-limit=1KB"}
   */
  String[] properties() default {};

  /**
   * The plugins and configurations to test, and other components they need.
   *
   * @return scanned components; empty for all plugins and routes
   */
  @AliasFor("components")
  Class<?>[] value() default {};

  /**
   * Same as {@link #value()}.
   *
   * @return scanned components; empty for all plugins and routes
   */
  @AliasFor("value")
  Class<?>[] components() default {};

  /**
   * Whether FastJava components are included at all.
   *
   * @return false to take only what {@link #value()} and {@link #includeFilters()} name
   */
  boolean useDefaultFilters() default true;

  /**
   * Filters for further components.
   *
   * @return the filters
   */
  Filter[] includeFilters() default {};

  /**
   * Filters for components to leave out.
   *
   * @return the filters
   */
  Filter[] excludeFilters() default {};

  /**
   * Auto-configuration to leave out.
   *
   * @return auto-configuration classes
   */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}
