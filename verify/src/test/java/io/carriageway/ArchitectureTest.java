package io.carriageway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.configuration.ConfigOption;

/**
 * The rules of architecture that a compiler does not check: directions of dependencies, and what no result may depend
 * on.
 */
@AnalyzeClasses(packages = "io.carriageway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] KERNEL = {
        "io.carriageway.text..",
        "io.carriageway.retry..",
        "io.carriageway.intake..",
        "io.carriageway.geo..",
        "io.carriageway.window..",
        "io.carriageway.alert.."
    };

    /** Combines the domains. */
    private static final String CONDITIONS = "io.carriageway.conditions..";

    /** Packages without a domain. */
    private static final Set<String> OTHERS = Set.of(
            "event",
            "row",
            "schemas",
            "text",
            "retry",
            "intake",
            "geo",
            "window",
            "alert",
            "vision",
            "conditions",
            "city",
            "jobs",
            "sandbox",
            "verify",
            "bench",
            "training");

    /** A domain is every other package, so that a new domain is checked from its first class on. */
    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe(
            "are of a domain", type -> EachDomain.of(type).isPresent());

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("schemas")
            .definedBy("io.carriageway.event..", "io.carriageway.row..", "io.carriageway.schemas..")
            .layer("kernel")
            .definedBy(KERNEL)
            .layer("vision")
            .definedBy("io.carriageway.vision..")
            .layer("domains")
            .definedBy(DOMAIN.or(resideInAPackage(CONDITIONS)))
            .layer("city")
            .definedBy("io.carriageway.city..")
            .layer("jobs")
            .definedBy("io.carriageway.jobs..")
            .layer("sandbox")
            .definedBy("io.carriageway.sandbox..")
            .layer("bench")
            .definedBy("io.carriageway.bench..")
            .layer("verify")
            .definedBy("io.carriageway.verify..")
            .whereLayer("verify")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bench")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("bench", "verify")
            .whereLayer("jobs")
            .mayOnlyBeAccessedByLayers("sandbox", "bench", "verify")
            .whereLayer("city")
            .mayOnlyBeAccessedByLayers("jobs", "sandbox", "bench", "verify")
            .whereLayer("domains")
            .mayOnlyBeAccessedByLayers("jobs", "sandbox", "bench", "verify")
            .whereLayer("vision")
            .mayOnlyBeAccessedByLayers("domains", "jobs", "sandbox", "bench", "verify")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("domains", "jobs", "sandbox", "bench", "verify");

    @ArchTest
    static final ArchRule NO_PACKAGES_USE_EACH_OTHER_IN_A_CIRCLE =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DOMAINS_DO_NOT_KNOW_EACH_OTHER =
            slices().assignedFrom(new EachDomain()).should().notDependOnEachOther();

    /** Package conditions combines all domains, so it depends on them; no domain depends on it. */
    @ArchTest
    static final ArchRule DOMAINS_DO_NOT_KNOW_CONDITIONS = noClasses()
            .that(DOMAIN)
            .or()
            .resideInAPackage("io.carriageway.vision..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CONDITIONS);

    @ArchTest
    static final ArchRule OPERATORS_KNOW_NO_CONNECTOR = noClasses()
            .that()
            .resideInAnyPackage(KERNEL)
            .or(DOMAIN)
            .or()
            .resideInAnyPackage(CONDITIONS, "io.carriageway.vision..", "io.carriageway.city..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink.connector..", "org.apache.kafka..", "java.sql..", "org.apache.parquet..");

    @ArchTest
    static final ArchRule ONLY_JOBS_IO_KAFKA_KNOWS_KAFKA = noClasses()
            .that()
            .resideInAPackage("io.carriageway.jobs..")
            .and()
            .resideOutsideOfPackage("io.carriageway.jobs.io.kafka..")
            // references to secrets have the form that Kafka's configuration providers read
            .and()
            .resideOutsideOfPackage("io.carriageway.jobs.options..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

    @ArchTest
    static final ArchRule ONLY_JOBS_IO_JDBC_KNOWS_THE_DATABASE = noClasses()
            .that()
            .resideInAPackage("io.carriageway.jobs..")
            .and()
            .resideOutsideOfPackage("io.carriageway.jobs.io.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.apache.flink.connector.jdbc..", "org.flywaydb..", "com.mysql..");

    @ArchTest
    static final ArchRule ONLY_FILES_AND_LAKE_KNOW_FILES = noClasses()
            .that()
            .resideInAPackage("io.carriageway.jobs..")
            .and()
            .resideOutsideOfPackages("io.carriageway.jobs.io.files..", "io.carriageway.jobs.io.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink.connector.file..",
                    "org.apache.flink.formats.parquet..",
                    "org.apache.parquet..",
                    "org.apache.flink.core.fs..",
                    "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ONLY_VISION_ONNX_KNOWS_THE_RUNTIME = noClasses()
            .that()
            .resideOutsideOfPackage("io.carriageway.vision.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule PIPELINES_KNOW_NO_ENVIRONMENT = noClasses()
            .that()
            .haveSimpleNameEndingWith("Pipeline")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Environment")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("io.carriageway.jobs.io..");

    /** One class ensures that the name of a step is its uid. */
    @ArchTest
    static final ArchRule ONLY_JOBS_TOPOLOGY_NAMES_STEPS = noClasses()
            .that()
            .resideOutsideOfPackages("io.carriageway.jobs.topology..", "io.carriageway.verify..")
            .should()
            .callMethodWhere(target(nameMatching("uid|setUidHash"))
                    .and(target(owner(resideInAPackage("org.apache.flink.streaming.api.datastream..")))));

    @ArchTest
    static final ArchRule NO_RESULT_HANGS_ON_CLOCK_OR_CHANCE = noClasses()
            .that()
            .resideOutsideOfPackages("io.carriageway.sandbox..", "io.carriageway.verify..", "io.carriageway.bench..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common)");

    /** A class called Options only has keys; their values are in a record called Config. */
    @ArchTest
    static final ArchRule KEYS_ARE_IN_OPTIONS = fields().that()
            .haveRawType(ConfigOption.class)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.carriageway.verify..")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Options");

    @ArchTest
    static final ArchRule NO_VALUES_ARE_IN_OPTIONS = fields().that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Options")
            .should()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule VALUES_ARE_CALLED_CONFIG =
            noClasses().should().haveNameMatching(".*[A-Za-z](Settings|Timing|Limits)");

    /** Each domain is a slice. */
    private static final class EachDomain implements SliceAssignment {

        /** The part of the package's name after io.carriageway, if it is a domain's. */
        static Optional<String> of(JavaClass javaClass) {
            var parts = javaClass.getPackageName().split("\\.");
            return parts.length < 3 || !javaClass.getPackageName().startsWith("io.carriageway.")
                    ? Optional.empty()
                    : Optional.of(parts[2]).filter(part -> !OTHERS.contains(part));
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return of(javaClass).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "each domain";
        }
    }

    /** Each package is a slice; its subpackages are separate slices. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
