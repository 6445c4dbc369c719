package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.inject.InjectVectors;
import dev.fastjava.internal.request.ProxyAddrVectors;
import dev.fastjava.internal.request.QueryStringVectors;
import dev.fastjava.internal.routing.RouterVectors;
import dev.fastjava.internal.serialization.SerializeVectors;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * Replays every recorded data case and prints how many passed, by family.
 *
 * <p>Cases named in {@code conformance/vectors-pending.txt} (lines {@code family/id}) may fail, and
 * must be taken off that list once they pass. Nothing is pending when the cases come from
 * directories, see {@link VectorFile}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceVectorTests {

  private static final List<VectorFamily> FAMILIES =
      List.of(
          // One on a line, in the order of the table in the description of the vectors.
          new ValidateVectors(),
          new SerializeVectors(),
          new RouterVectors(),
          new QueryStringVectors(),
          new JsonParseVectors(),
          new ContentTypeVectors(),
          new ProxyAddrVectors(),
          new InjectVectors(),
          new PluginBootVectors());

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final NotApplicable notApplicable = NotApplicable.load("vectors");
  private final Set<String> pending =
      VectorFile.fromDirectories()
          ? Set.of()
          : new HashSet<>(NotApplicable.lines("/conformance/vectors-pending.txt"));

  private static final class Tally {
    int passed;
    int failed;
    int notApplicable;

    String line(String name) {
      return "conformance %s: %d passed, %d failed, %d not applicable"
          .formatted(name, passed, failed, notApplicable);
    }
  }

  @Test
  void directoriesGivenHoldCases() {
    assertThat(FAMILIES)
        .as("families with recorded cases")
        .anyMatch(family -> family.cases(VectorFile.load(family.name())).findAny().isPresent());
  }

  @TestFactory
  Stream<DynamicNode> recordedCases() {
    return FAMILIES.stream().map(this::family);
  }

  private DynamicNode family(VectorFamily family) {
    Tally tally = new Tally();
    tallies.put(family.name(), tally);
    return DynamicContainer.dynamicContainer(
        family.name(),
        family.cases(VectorFile.load(family.name())).map(each -> test(family.name(), each, tally)));
  }

  private DynamicTest test(String family, VectorCase recorded, Tally tally) {
    String name = family + '/' + recorded.id();
    return DynamicTest.dynamicTest(
        recorded.id(),
        () -> {
          String reason = notApplicable.reason(family, recorded.id(), recorded.tags());
          if (reason != null) {
            tally.notApplicable++;
            throw new TestAbortedException(reason);
          }
          try {
            recorded.check().execute();
            tally.passed++;
          } catch (Throwable e) {
            tally.failed++;
            if (pending.contains(name)) {
              throw new TestAbortedException("pending: " + name, e);
            }
            throw e;
          }
          assertThat(pending).as("cases that are pending no more").doesNotContain(name);
        });
  }

  @AfterAll
  void printSummary() {
    Tally total = new Tally();
    notApplicable.report().forEach(line -> System.out.println("not applicable: " + line));
    tallies.forEach(
        (name, tally) -> {
          System.out.println(tally.line(name));
          total.passed += tally.passed;
          total.failed += tally.failed;
          total.notApplicable += tally.notApplicable;
        });
    System.out.println(total.line("total"));
  }
}
