package dev.fastjava.logging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that tell which process wrote a line. */
final class ProcessIdentity {
  private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private ProcessIdentity() {}

  static Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("pid", ProcessHandle.current().pid());
    fields.put("hostname", hostName());
    return fields;
  }

  private static String hostName() {
    // The portable way asks the name service, which may take seconds: it comes last.
    try {
      if (Files.isReadable(LINUX_HOST_NAME)) {
        return Files.readString(LINUX_HOST_NAME).strip();
      }
    } catch (IOException unreadable) {
      // Ask the environment instead.
    }
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
