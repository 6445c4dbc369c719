package dev.fastjava.testing;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validators whose messages are English wherever the tests run, without an expression language. */
public final class EnglishValidators {
  private EnglishValidators() {}

  /** Makes a factory, to be closed. */
  public static ValidatorFactory factory() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(
            new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
        .buildValidatorFactory();
  }
}
