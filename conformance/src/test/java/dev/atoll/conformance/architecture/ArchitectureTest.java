package dev.atoll.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Dependencies point one way, between modules and between the packages of dsl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

  private static final String[] DSL = {
    "dev.atoll.aws..",
    "dev.atoll.coder..",
    "dev.atoll.facts..",
    "dev.atoll.analysis..",
    "dev.atoll.diagnosis..",
    "dev.atoll.traffic..",
    "dev.atoll.practice..",
    "dev.atoll.topology.."
  };

  private final JavaClasses atoll =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.atoll");

  @Test
  void dslNeedsTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage(DSL)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(withJdk(DSL))
        .check(atoll);
  }

  @Test
  void dslTouchesNoFileNoSocketAndNoProcess() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(DSL)
            // It reads a table of its own jar, which tests of others read with it.
            .and()
            .doNotHaveSimpleName("DnsCases")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..", "java.nio.file..", "java.nio.channels..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");
    rule.check(withoutSerialization());
  }

  @Test
  void stacksAndItestDoNotKnowEachOtherNorTheSuite() {
    noClasses()
        .that()
        .resideInAPackage("dev.atoll.stacks..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.atoll.itest..", "dev.atoll.conformance..")
        .check(atoll);
    noClasses()
        .that()
        .resideInAPackage("dev.atoll.itest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.atoll.stacks..", "dev.atoll.conformance..")
        .check(atoll);
  }

  @Test
  void onlyTheSeamKnowsCdktf() {
    onlyTheSeam().check(atoll);
  }

  @Test
  void theRuleAboutTheSeamCanFail() {
    JavaClasses offender = new ClassFileImporter().importClasses(KnowsCdktf.class);

    assertThatThrownBy(() -> onlyTheSeam().check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("KnowsCdktf");
  }

  @Test
  void insideDslFactsKnowNoPracticeAndPracticesNoTopology() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.atoll.aws..", "dev.atoll.facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.atoll.analysis..", "dev.atoll.practice..", "dev.atoll.topology..")
        .check(atoll);
    noClasses()
        .that()
        .resideInAnyPackage("dev.atoll.analysis..", "dev.atoll.practice..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.atoll.topology..")
        .check(atoll);
    noClasses()
        .that()
        .resideInAPackage("dev.atoll.analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.atoll.practice..")
        .check(atoll);
  }

  @Test
  void topLevelPackagesAreFreeOfCycles() {
    slices().matching("dev.atoll.(*)..").should().beFreeOfCycles().check(atoll);
  }

  /** Practices are judged side by side. */
  @Test
  void nothingStaticChanges() {
    nothingStatic().check(atoll);
  }

  @Test
  void theRuleAboutStaticsCanFail() {
    JavaClasses offender = new ClassFileImporter().importClasses(Counts.class);

    assertThatThrownBy(() -> nothingStatic().check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Counts.seen");
  }

  @Test
  void nothingIsCalledAfterNothing() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(atoll);
  }

  private static ArchRule onlyTheSeam() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.atoll.stacks.cdktf..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.hashicorp.cdktf..", "software.constructs..", "software.amazon.jsii..");
  }

  private static ArchRule nothingStatic() {
    return fields().that().areStatic().should().beFinal();
  }

  /** Exceptions and records name java.io.Serializable through their supertypes. */
  private JavaClasses withoutSerialization() {
    return atoll.that(
        DescribedPredicate.describe(
            "not an exception", type -> !type.isAssignableTo(Throwable.class)));
  }

  private static String[] withJdk(String[] packages) {
    String[] all = Arrays.copyOf(packages, packages.length + 1);
    all[packages.length] = "java..";
    return all;
  }

  /** What the rule must notice. */
  static final class KnowsCdktf {
    com.hashicorp.cdktf.App app;
  }

  /** What the rule about statics must notice. */
  static final class Counts {
    static int seen;
  }
}
