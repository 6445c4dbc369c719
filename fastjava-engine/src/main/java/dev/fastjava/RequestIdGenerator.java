package dev.fastjava;

/**
 * Makes the id of a request that does not bring one.
 *
 * <p>Reference: Server, genReqId.
 */
public interface RequestIdGenerator {
  /**
   * Makes an id.
   *
   * @param request the request
   * @return the id
   */
  String generate(RawRequest request);
}
