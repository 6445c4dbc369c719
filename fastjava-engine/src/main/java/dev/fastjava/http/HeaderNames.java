package dev.fastjava.http;

/**
 * Names of HTTP headers, in lower case as requests hold them: {@code
 * request.header(HeaderNames.AUTHORIZATION)}. Any other text is a header name as well.
 *
 * <p>Reference: Request, headers; Reply, header.
 */
public final class HeaderNames {

  /** The header {@code accept}. */
  public static final String ACCEPT = "accept";

  /** The header {@code accept-charset}. */
  public static final String ACCEPT_CHARSET = "accept-charset";

  /** The header {@code accept-encoding}. */
  public static final String ACCEPT_ENCODING = "accept-encoding";

  /** The header {@code accept-language}. */
  public static final String ACCEPT_LANGUAGE = "accept-language";

  /** The header {@code accept-ranges}. */
  public static final String ACCEPT_RANGES = "accept-ranges";

  /** The version of a route that is asked for, see the {@code version} constraint. */
  public static final String ACCEPT_VERSION = "accept-version";

  /** The header {@code access-control-allow-credentials}. */
  public static final String ACCESS_CONTROL_ALLOW_CREDENTIALS = "access-control-allow-credentials";

  /** The header {@code access-control-allow-headers}. */
  public static final String ACCESS_CONTROL_ALLOW_HEADERS = "access-control-allow-headers";

  /** The header {@code access-control-allow-methods}. */
  public static final String ACCESS_CONTROL_ALLOW_METHODS = "access-control-allow-methods";

  /** The header {@code access-control-allow-origin}. */
  public static final String ACCESS_CONTROL_ALLOW_ORIGIN = "access-control-allow-origin";

  /** The header {@code access-control-expose-headers}. */
  public static final String ACCESS_CONTROL_EXPOSE_HEADERS = "access-control-expose-headers";

  /** The header {@code access-control-max-age}. */
  public static final String ACCESS_CONTROL_MAX_AGE = "access-control-max-age";

  /** The header {@code access-control-request-headers}. */
  public static final String ACCESS_CONTROL_REQUEST_HEADERS = "access-control-request-headers";

  /** The header {@code access-control-request-method}. */
  public static final String ACCESS_CONTROL_REQUEST_METHOD = "access-control-request-method";

  /** The header {@code age}. */
  public static final String AGE = "age";

  /** The header {@code allow}. */
  public static final String ALLOW = "allow";

  /** The header {@code authorization}. */
  public static final String AUTHORIZATION = "authorization";

  /** The header {@code cache-control}. */
  public static final String CACHE_CONTROL = "cache-control";

  /** The header {@code connection}. */
  public static final String CONNECTION = "connection";

  /** The header {@code content-disposition}. */
  public static final String CONTENT_DISPOSITION = "content-disposition";

  /** The header {@code content-encoding}. */
  public static final String CONTENT_ENCODING = "content-encoding";

  /** The header {@code content-language}. */
  public static final String CONTENT_LANGUAGE = "content-language";

  /** The header {@code content-length}. */
  public static final String CONTENT_LENGTH = "content-length";

  /** The header {@code content-location}. */
  public static final String CONTENT_LOCATION = "content-location";

  /** The header {@code content-range}. */
  public static final String CONTENT_RANGE = "content-range";

  /** The header {@code content-security-policy}. */
  public static final String CONTENT_SECURITY_POLICY = "content-security-policy";

  /** The header {@code content-type}. */
  public static final String CONTENT_TYPE = "content-type";

  /** The header {@code cookie}. */
  public static final String COOKIE = "cookie";

  /** The header {@code date}. */
  public static final String DATE = "date";

  /** The header {@code etag}. */
  public static final String ETAG = "etag";

  /** The header {@code expect}. */
  public static final String EXPECT = "expect";

  /** The header {@code expires}. */
  public static final String EXPIRES = "expires";

  /** The header {@code forwarded}. */
  public static final String FORWARDED = "forwarded";

  /** The header {@code from}. */
  public static final String FROM = "from";

  /** The header {@code host}. */
  public static final String HOST = "host";

  /** The header {@code if-match}. */
  public static final String IF_MATCH = "if-match";

  /** The header {@code if-modified-since}. */
  public static final String IF_MODIFIED_SINCE = "if-modified-since";

  /** The header {@code if-none-match}. */
  public static final String IF_NONE_MATCH = "if-none-match";

  /** The header {@code if-range}. */
  public static final String IF_RANGE = "if-range";

  /** The header {@code if-unmodified-since}. */
  public static final String IF_UNMODIFIED_SINCE = "if-unmodified-since";

  /** The header {@code last-modified}. */
  public static final String LAST_MODIFIED = "last-modified";

  /** The header {@code link}. */
  public static final String LINK = "link";

  /** The header {@code location}. */
  public static final String LOCATION = "location";

  /** The header {@code max-forwards}. */
  public static final String MAX_FORWARDS = "max-forwards";

  /** The header {@code origin}. */
  public static final String ORIGIN = "origin";

  /** The header {@code pragma}. */
  public static final String PRAGMA = "pragma";

  /** The header {@code prefer}. */
  public static final String PREFER = "prefer";

  /** The header {@code proxy-authenticate}. */
  public static final String PROXY_AUTHENTICATE = "proxy-authenticate";

  /** The header {@code proxy-authorization}. */
  public static final String PROXY_AUTHORIZATION = "proxy-authorization";

  /** The header {@code range}. */
  public static final String RANGE = "range";

  /** The header {@code referer}. */
  public static final String REFERER = "referer";

  /** The id of the request, see {@code requestIdHeader}. */
  public static final String REQUEST_ID = "request-id";

  /** The header {@code retry-after}. */
  public static final String RETRY_AFTER = "retry-after";

  /** The header {@code server}. */
  public static final String SERVER = "server";

  /** The header {@code server-timing}. */
  public static final String SERVER_TIMING = "server-timing";

  /** The header {@code set-cookie}. */
  public static final String SET_COOKIE = "set-cookie";

  /** The header {@code strict-transport-security}. */
  public static final String STRICT_TRANSPORT_SECURITY = "strict-transport-security";

  /** The header {@code te}. */
  public static final String TE = "te";

  /** The header {@code trailer}. */
  public static final String TRAILER = "trailer";

  /** The header {@code transfer-encoding}. */
  public static final String TRANSFER_ENCODING = "transfer-encoding";

  /** The header {@code upgrade}. */
  public static final String UPGRADE = "upgrade";

  /** The header {@code user-agent}. */
  public static final String USER_AGENT = "user-agent";

  /** The header {@code vary}. */
  public static final String VARY = "vary";

  /** The header {@code via}. */
  public static final String VIA = "via";

  /** The header {@code www-authenticate}. */
  public static final String WWW_AUTHENTICATE = "www-authenticate";

  /** The header {@code x-content-type-options}. */
  public static final String X_CONTENT_TYPE_OPTIONS = "x-content-type-options";

  /** Addresses the request came by, see {@code trustProxy}. */
  public static final String X_FORWARDED_FOR = "x-forwarded-for";

  /** The host the client asked for, see {@code trustProxy}. */
  public static final String X_FORWARDED_HOST = "x-forwarded-host";

  /** The protocol of the client, see {@code trustProxy}. */
  public static final String X_FORWARDED_PROTO = "x-forwarded-proto";

  /** The header {@code x-frame-options}. */
  public static final String X_FRAME_OPTIONS = "x-frame-options";

  /** The header {@code x-request-id}. */
  public static final String X_REQUEST_ID = "x-request-id";

  private HeaderNames() {}
}
