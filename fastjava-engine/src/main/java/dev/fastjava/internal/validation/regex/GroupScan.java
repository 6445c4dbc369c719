package dev.fastjava.internal.validation.regex;

/**
 * What has to be known of an expression before it is read: an escaped number is a reference only if
 * there are that many groups, and {@code \k} is one only if a group has a name.
 *
 * @param groups the number of capturing groups
 * @param named whether one has a name
 */
record GroupScan(int groups, boolean named) {
  static GroupScan of(String source) {
    int groups = 0;
    boolean named = false;
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        boolean name =
            source.startsWith("(?<", i)
                && !source.startsWith("(?<=", i)
                && !source.startsWith("(?<!", i);
        if (name || !source.startsWith("(?", i)) {
          groups++;
        }
        named |= name;
      }
    }
    return new GroupScan(groups, named);
  }
}
