package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.StraightMembers.Constants;
import dev.fastjava.schema.Utf8Output;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Writes a few members without looking them up. Never used itself: {@link StraightMembers} loads
 * copies of it as hidden classes, each with members of its own in the constants. So the JIT
 * compiler sees which member is called where and inlines them all into straight-line code, which no
 * loop over an array of members gives it.
 */
final class MembersTemplate implements Members {
  /** How many members one copy has. More would exceed what the JIT compiler inlines. */
  static final int SIZE = 8;

  private static final Member FIRST;
  private static final Member SECOND;
  private static final Member THIRD;
  private static final Member FOURTH;
  private static final Member FIFTH;
  private static final Member SIXTH;
  private static final Member SEVENTH;
  private static final Member EIGHTH;
  private static final Members REST;

  static {
    Constants constants = constants();
    Member[] members = constants.members();
    FIRST = members[0];
    SECOND = members[1];
    THIRD = members[2];
    FOURTH = members[3];
    FIFTH = members[4];
    SIXTH = members[5];
    SEVENTH = members[6];
    EIGHTH = members[7];
    REST = constants.rest();
  }

  private static Constants constants() {
    try {
      return MethodHandles.classData(
          MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Constants.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean write(Object object, Utf8Output out, int depth) {
    return FIRST.write(object, out, depth)
        && SECOND.write(object, out, depth)
        && THIRD.write(object, out, depth)
        && FOURTH.write(object, out, depth)
        && FIFTH.write(object, out, depth)
        && SIXTH.write(object, out, depth)
        && SEVENTH.write(object, out, depth)
        && EIGHTH.write(object, out, depth)
        && REST.write(object, out, depth);
  }
}
