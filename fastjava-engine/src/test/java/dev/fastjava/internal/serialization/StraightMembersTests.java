package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraightMembersTests {
  private record Numbered(int number, boolean result) implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      out.writeByte(',');
      out.writeInt(number);
      return result;
    }
  }

  private static List<Member> members(int count) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(number -> new Numbered(number, true)).toList());
  }

  private static String write(Members members, boolean expected) {
    Utf8Output out = new Utf8Output();
    assertThat(members.write("object", out, 0)).isEqualTo(expected);
    return out.toText();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 40})
  void allMembersAreWrittenInTheirOrder(int count) {
    Members straight = Objects.requireNonNull(StraightMembers.of(members(count)));
    assertThat(write(straight, true)).isEqualTo(write(new MemberLoop(members(count)), true));
    assertThat(straight.getClass().isHidden()).isEqualTo(count > 0);
  }

  @Test
  void aMemberThatCannotReadTheObjectEndsIt() {
    List<Member> members = members(20);
    members.set(11, new Numbered(11, false));
    Members straight = Objects.requireNonNull(StraightMembers.of(members));
    assertThat(write(straight, false)).isEqualTo(",0,1,2,3,4,5,6,7,8,9,10,11");
  }

  @Test
  void eachCopyHasMembersOfItsOwn() {
    Members first = Objects.requireNonNull(StraightMembers.of(List.of(new Numbered(1, true))));
    Members second = Objects.requireNonNull(StraightMembers.of(List.of(new Numbered(2, true))));
    assertThat(write(first, true)).isEqualTo(",1");
    assertThat(write(second, true)).isEqualTo(",2");
  }
}
