package dev.fastjava.benchmarks.serialization;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** Hardly anything but text: plain, with quotation marks and line breaks, and beyond ASCII. */
@Json
@CompiledJson
public record Article(
    String slug,
    String title,
    String subtitle,
    String author,
    String city,
    String summary,
    String body,
    String html,
    List<String> keywords) {}
