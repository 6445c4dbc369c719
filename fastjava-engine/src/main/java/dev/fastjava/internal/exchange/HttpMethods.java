package dev.fastjava.internal.exchange;

import java.util.Set;

/** The request methods that are understood: those the HTTP parser of the reference knows. */
public final class HttpMethods {
  private static final Set<String> ALL =
      Set.of(
          """
          ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE
          MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND
          PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE
          UNBIND UNLINK UNLOCK UNSUBSCRIBE
          """
              .strip()
              .split("\\s+"));

  private HttpMethods() {}

  /**
   * Whether this is a method of HTTP or of one of its extensions.
   *
   * @param method the method, in upper case
   */
  public static boolean isKnown(String method) {
    return ALL.contains(method);
  }
}
