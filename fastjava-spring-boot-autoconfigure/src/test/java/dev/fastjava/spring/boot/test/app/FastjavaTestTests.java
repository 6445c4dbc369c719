package dev.fastjava.spring.boot.test.app;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import dev.fastjava.spring.boot.test.FastjavaTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.Environment;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.json.JsonMapper;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class FastjavaTestTests {

  /** Classes as names of a bean: components are registered under one each. */
  private static boolean hasBean(ApplicationContext context, Class<?> type) {
    return context.getBeanNamesForType(type).length > 0;
  }

  @Nested
  @FastjavaTest
  class WithoutNames {
    @Autowired private ApplicationContext context;
    @Autowired private Inject inject;
    @MockitoBean private Users users;

    @Test
    void allFastjavaBeansAreThere() {
      given(users.all()).willReturn(List.of("Grace"));
      assertThat(inject.get("/v1/users")).hasStatus(200).hasHeader("served-by", "order desk");
      assertThat(inject.get("/v1/users").json()).isEqualTo(List.of("Grace"));
      assertThat(inject.get("/v1/database")).hasBody("db://orders");
      assertThat(inject.get("/reports/daily")).hasBody("daily").hasHeader("kept", "yes");
      assertThat(inject.get("/status")).hasBody("up").doesNotHaveHeader("kept");
      assertThat(context.getBean(Fastjava.class).getDecorator("greeting", String.class))
          .isEqualTo("hello");
    }

    @Test
    void injectIsAParameterWithAndWithoutAnAnnotation(
        Inject plain, @Autowired Inject annotated, ApplicationContext own) {
      assertThat(plain.get("/v1/database")).hasStatus(200);
      assertThat(annotated).isSameAs(plain).isSameAs(own.getBean(Inject.class));
    }

    @Test
    void unrelatedBeansAreNot() {
      assertThat(hasBean(context, Unrelated.class)).isFalse();
      assertThat(hasBean(context, UserRepository.class)).isFalse();
      assertThat(hasBean(context, MixedConfiguration.class)).isFalse();
      assertThat(inject.get("/mixed")).hasStatus(404);
    }

    @Test
    void hooksOfMixedConfigurationsGuardTheRoutes() {
      assertThat(inject.get("/status", request -> request.header("key", "wrong"))).hasStatus(403);
      assertThat(inject.get("/door")).hasStatus(404);
    }

    @Test
    void nothingListens(@Autowired Environment environment) {
      assertThat(hasBean(context, FastjavaWebServer.class)).isFalse();
      assertThat(context.getBean(Fastjava.class).addresses()).isEmpty();
      assertThat(environment.containsProperty("local.server.port")).isFalse();
    }
  }

  @Nested
  @FastjavaTest(UserRoutes.class)
  class WithAPlugin {
    @Autowired private ApplicationContext context;
    @Autowired private Inject inject;
    @MockitoBean private Users users;

    @Test
    void itComesWithThePluginsItDependsOn() {
      assertThat(hasBean(context, DatabasePlugin.class)).isTrue();
      assertThat(inject.get("/v1/database")).hasBody("db://orders");
    }

    @Test
    void otherPluginsAndRoutesStayAway() {
      assertThat(hasBean(context, ReportRoutes.class)).isFalse();
      assertThat(hasBean(context, StatusRoutes.class)).isFalse();
      assertThat(inject.get("/reports/daily")).hasStatus(404);
      assertThat(inject.get("/status")).hasStatus(404);
    }

    @Test
    void hooksCustomizersAndErrorHandlersAreThere() {
      assertThat(hasBean(context, ServedBy.class)).isTrue();
      assertThat(hasBean(context, Greeting.class)).isTrue();
      assertThat(hasBean(context, Problems.class)).isTrue();
      given(users.all()).willThrow(new IllegalStateException("down"));
      assertThat(inject.get("/v1/users").json()).hasToString("{problem=internal}");
    }
  }

  @Nested
  @FastjavaTest({UserRoutes.class, Users.class, UserRepository.class})
  class WithServices {
    @Autowired private ApplicationContext context;
    @Autowired private Inject inject;

    @Test
    void theyAreCreated() {
      assertThat(inject.get("/v1/users").json()).isEqualTo(List.of("Ada"));
      assertThat(hasBean(context, Unrelated.class)).isFalse();
    }
  }

  @Nested
  @FastjavaTest(StatusRoutes.class)
  class WithAConfiguration {
    @Autowired private ApplicationContext context;
    @Autowired private Inject inject;

    @Test
    void hooksOfMixedConfigurationsGuardThem() {
      assertThat(inject.get("/status", request -> request.header("key", "wrong"))).hasStatus(403);
    }

    @Test
    void ofMixedConfigurationsNoMoreIsMadeThanHooksNeed() {
      assertThat(inject.get("/door")).hasStatus(404);
      assertThat(singletons()).contains("key").doesNotContain("visitors");
    }

    private List<String> singletons() {
      return List.of(
          ((ConfigurableApplicationContext) context).getBeanFactory().getSingletonNames());
    }

    @Test
    void itsRoutesAreThereAndNoPlugins() {
      assertThat(inject.get("/status")).hasBody("up");
      assertThat(hasBean(context, UserRoutes.class)).isFalse();
      assertThat(hasBean(context, DatabasePlugin.class)).isFalse();
      assertThat(inject.get("/v1/users")).hasStatus(404);
    }
  }

  @Nested
  @FastjavaTest(value = ReportRoutes.class, properties = "fastjava.router.case-sensitive=false")
  class WithProperties {
    @Autowired private Inject inject;

    @Test
    void theyHold() {
      assertThat(inject.get("/REPORTS/Daily")).hasBody("daily");
    }
  }

  /** This is why a slice starts quickly, which no stopwatch on a busy machine could tell. */
  @Test
  void aSliceHasOnlyTheAutoConfigurationsItNeeds() {
    ApplicationContext context =
        new TestContextManager(Slice.class).getTestContext().getApplicationContext();
    assertThat(context.getBean(Inject.class).get("/reports/daily")).hasStatus(200);
    assertThat(context.getBeanDefinitionNames())
        .filteredOn(
            name ->
                name.startsWith("org.springframework.boot") && name.endsWith("AutoConfiguration"))
        .containsExactlyInAnyOrder(
            "org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration");
  }

  @Nested
  @FastjavaTest(ReportRoutes.class)
  class WithCommonBeans {
    @Autowired private ConversionService conversions;
    @Autowired private MeterRegistry meters;
    @Autowired private JsonMapper mapper;
    @Autowired private Validator validator;

    @Test
    void routesMayHaveThemInjected() {
      assertThat(conversions.convert("7", Integer.class)).isEqualTo(7);
      assertThat(meters).isInstanceOf(SimpleMeterRegistry.class);
      assertThat(mapper.writeValueAsString(List.of(1))).isEqualTo("[1]");
      assertThat(validator.validate("")).isEmpty();
    }
  }

  @FastjavaTest(ReportRoutes.class)
  static class Slice {}
}
