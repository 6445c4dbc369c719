package dev.fastjava.it;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** What serves an application. All are on the class path; the type of the application decides. */
enum Platform {
  FASTJAVA(WebApplicationType.NONE),
  MVC(WebApplicationType.SERVLET),
  WEBFLUX(WebApplicationType.REACTIVE);

  private final WebApplicationType type;

  Platform(WebApplicationType type) {
    this.type = type;
  }

  /** Starts an application on any free port. */
  ConfigurableApplicationContext run(Class<?> application, String... arguments) {
    SpringApplication spring = new SpringApplication(application);
    spring.setWebApplicationType(type);
    String[] all = new String[arguments.length + 2];
    all[0] = "--server.port=0";
    all[1] = "--spring.main.banner-mode=off";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return spring.run(all);
  }
}
