package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import java.util.List;

/** Writes members one after the other. */
final class MemberLoop implements Members {
  private final Member[] members;

  MemberLoop(List<Member> members) {
    this.members = members.toArray(Member[]::new);
  }

  @Override
  public boolean write(Object object, Utf8Output out, int depth) {
    for (Member member : members) {
      if (!member.write(object, out, depth)) {
        return false;
      }
    }
    return true;
  }
}
