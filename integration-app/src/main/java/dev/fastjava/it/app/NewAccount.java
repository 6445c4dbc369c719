package dev.fastjava.it.app;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What opens an account. */
record NewAccount(@NotBlank @Size(max = 40) String owner, @Min(0) long cents) {}
