package dev.fastjava.benchmarks.serialization;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Hardly anything but numbers: small and large integers, prices, and doubles of 15 to 17 digits.
 */
@Json
@CompiledJson
public record Track(int version, long started, double distance, List<Point> points) {

  /** A point of a track. */
  @Json
  @CompiledJson
  public record Point(
      long time,
      double latitude,
      double longitude,
      double altitude,
      int heartRate,
      int cadence,
      double speed) {}
}
