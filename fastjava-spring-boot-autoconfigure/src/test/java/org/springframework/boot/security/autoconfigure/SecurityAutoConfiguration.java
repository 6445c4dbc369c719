package org.springframework.boot.security.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Stands in for the class of this name in spring-boot-security, which would be active in all tests
 * if it were on the class path.
 */
@AutoConfiguration
public class SecurityAutoConfiguration {}
