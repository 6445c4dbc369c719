package dev.fastjava.benchmarks.serialization;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.List;

/**
 * What a generator of straight-line code would make of the schema of the user object and its
 * record: no more than the writes in their order.
 */
final class HandwrittenUser {
  private static final EncodedText ID = EncodedText.of("{\"id\":");
  private static final EncodedText NAME = EncodedText.of(",\"name\":");
  private static final EncodedText EMAIL = EncodedText.of(",\"email\":");
  private static final EncodedText TAGS = EncodedText.of(",\"tags\":[");
  private static final EncodedText ADDRESS = EncodedText.of("],\"address\":{\"street\":");
  private static final EncodedText CITY = EncodedText.of(",\"city\":");
  private static final EncodedText ZIP = EncodedText.of(",\"zip\":");
  private static final EncodedText COUNTRY = EncodedText.of(",\"country\":");
  private static final EncodedText ORDERS = EncodedText.of("},\"orders\":[");
  private static final EncodedText TOTAL = EncodedText.of(",\"total\":");
  private static final EncodedText LINES = EncodedText.of(",\"lines\":[");
  private static final EncodedText SKU = EncodedText.of("{\"sku\":");
  private static final EncodedText QTY = EncodedText.of(",\"qty\":");
  private static final EncodedText PRICE = EncodedText.of(",\"price\":");
  private static final EncodedText END = EncodedText.of("]}");

  private HandwrittenUser() {}

  static void write(User user, Utf8Output out) {
    out.write(ID);
    out.writeLong(user.id());
    out.write(NAME);
    out.writeJsonString(user.name());
    out.write(EMAIL);
    out.writeJsonString(user.email());
    out.write(TAGS);
    List<String> tags = user.tags();
    for (int i = 0; i < tags.size(); i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      out.writeJsonString(tags.get(i));
    }
    out.write(ADDRESS);
    User.Address address = user.address();
    out.writeJsonString(address.street());
    out.write(CITY);
    out.writeJsonString(address.city());
    out.write(ZIP);
    out.writeJsonString(address.zip());
    out.write(COUNTRY);
    out.writeJsonString(address.country());
    out.write(ORDERS);
    List<User.Order> orders = user.orders();
    for (int i = 0; i < orders.size(); i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      write(orders.get(i), out);
    }
    out.write(END);
  }

  private static void write(User.Order order, Utf8Output out) {
    out.write(ID);
    out.writeLong(order.id());
    out.write(TOTAL);
    out.writeDouble(order.total());
    out.write(LINES);
    List<User.Line> lines = order.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      write(lines.get(i), out);
    }
    out.write(END);
  }

  private static void write(User.Line line, Utf8Output out) {
    out.write(SKU);
    out.writeJsonString(line.sku());
    out.write(QTY);
    out.writeInt(line.qty());
    out.write(PRICE);
    out.writeDouble(line.price());
    out.writeByte('}');
  }
}
