package dev.fastjava.spring.boot.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A constraint whose validator is made by Spring. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownSku.Check.class)
@interface KnownSku {
  String message() default "must be known";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks a bean. */
  class Check implements ConstraintValidator<KnownSku, String> {
    private final Prices prices;

    Check(Prices prices) {
      this.prices = prices;
    }

    @Override
    public boolean isValid(String sku, ConstraintValidatorContext context) {
      return prices.isKnown(sku);
    }
  }
}
