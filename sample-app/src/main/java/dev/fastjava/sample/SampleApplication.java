package dev.fastjava.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the sample service. */
@SpringBootApplication
public class SampleApplication {

  /**
   * Starts the service.
   *
   * @param args Spring Boot's command line options
   */
  public static void main(String[] args) {
    SpringApplication.run(SampleApplication.class, args);
  }
}
