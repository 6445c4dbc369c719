package dev.fastjava.conformance;

import java.util.stream.Stream;

/** Turns the cases of one vector file into checks against our implementation. */
public interface VectorFamily {

  /** The name of the family, which is also the name of its file without {@code .json}. */
  String name();

  /**
   * The checks for a file of this family.
   *
   * @param file the recorded cases
   * @return one check for each case, in the order of the file
   */
  Stream<VectorCase> cases(VectorFile file);
}
