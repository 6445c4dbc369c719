package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes members that the JIT compiler turns into straight-line code. */
final class StraightMembers {
  private static final byte @Nullable [] TEMPLATE = readTemplate();

  /**
   * What a copy of the template writes.
   *
   * @param members {@link MembersTemplate#SIZE} of them
   * @param rest written after them
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Constants(Member[] members, Members rest) {}

  /** Fills the places of a copy that has fewer members. */
  private record Nothing() implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      return true;
    }
  }

  private static final class End implements Members {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      return true;
    }
  }

  private static final Member NOTHING = new Nothing();
  private static final Members END = new End();

  private StraightMembers() {}

  private static byte @Nullable [] readTemplate() {
    Class<?> template = MembersTemplate.class;
    try (InputStream in = template.getResourceAsStream(template.getSimpleName() + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the members as straight-line code; null where classes cannot be made at run time. */
  static @Nullable Members of(List<Member> members) {
    if (TEMPLATE == null) {
      return null;
    }
    try {
      Members rest = END;
      int parts = (members.size() + MembersTemplate.SIZE - 1) / MembersTemplate.SIZE;
      for (int part = parts - 1; part >= 0; part--) {
        rest = copy(TEMPLATE, members, part * MembersTemplate.SIZE, rest);
      }
      return rest;
    } catch (ReflectiveOperationException | LinkageError | UnsupportedOperationException e) {
      return null; // a native image, for example
    }
  }

  private static Members copy(byte[] template, List<Member> members, int from, Members rest)
      throws ReflectiveOperationException {
    Member[] slots = new Member[MembersTemplate.SIZE];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = from + i < members.size() ? members.get(from + i) : NOTHING;
    }
    Class<?> copy =
        MethodHandles.lookup()
            .defineHiddenClassWithClassData(template, new Constants(slots, rest), true)
            .lookupClass();
    return (Members) copy.getDeclaredConstructor().newInstance();
  }
}
