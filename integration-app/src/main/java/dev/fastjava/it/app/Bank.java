package dev.fastjava.it.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Bank {
  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(Bank.class, args);
  }
}
