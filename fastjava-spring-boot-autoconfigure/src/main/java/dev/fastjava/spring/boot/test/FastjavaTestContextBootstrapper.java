package dev.fastjava.spring.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Makes the context of a {@link FastjavaTest}. */
class FastjavaTestContextBootstrapper extends TestSliceTestContextBootstrapper<FastjavaTest> {}
