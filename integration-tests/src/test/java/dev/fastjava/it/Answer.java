package dev.fastjava.it;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is compared of a response.
 *
 * @param status the status code
 * @param headers the headers that were asked for, with all their lines; sorted
 * @param body the body
 */
record Answer(int status, Map<String, String> headers, String body) {
  Answer {
    headers = new TreeMap<>(headers);
  }
}
