package dev.fastjava.internal.json;

/** What is noticed about the names of one text while it is read. */
final class WatchedNames {
  private boolean suspicious;
  private int longNames;

  /** Looks at a name. */
  void watch(String name) {
    int length = name.length();
    if ((length == 9 && name.equals(JsonTree.PROTO))
        || (length == 11 && name.equals(JsonTree.CONSTRUCTOR))) {
      suspicious = true;
    } else if (length > JsonReader.LONG_NAME) {
      longNames += length;
    }
  }

  /** Whether a name occurred that may lead to a prototype. */
  boolean isSuspicious() {
    return suspicious;
  }

  /** How many characters the long names had. */
  int longNames() {
    return longNames;
  }
}
