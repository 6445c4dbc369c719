package dev.fastjava.spring.boot.constraints;

import org.springframework.stereotype.Service;

/** What a validator of the application asks. */
@Service
class Prices {
  boolean isKnown(String sku) {
    return sku.startsWith("known");
  }
}
