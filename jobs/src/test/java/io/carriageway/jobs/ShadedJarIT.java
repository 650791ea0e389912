package io.carriageway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.cluster.RunReplay;
import io.carriageway.jobs.cluster.Stop;
import io.carriageway.jobs.cluster.Submit;
import io.carriageway.jobs.daily.Daily;
import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.migrate.Migrate;
import io.carriageway.jobs.roads.Roads;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Checks the job jar: it contains everything that a Flink lacks, and nothing that a Flink contains. */
class ShadedJarIT {

    private static final Path JAR = Path.of("target", "carriageway-jobs.jar");

    /** The connectors of Flink that the jar must contain. */
    private static final List<String> CONNECTORS = List.of(
            "org/apache/flink/connector/base/",
            "org/apache/flink/connector/datagen/",
            "org/apache/flink/connector/jdbc/",
            "org/apache/flink/connector/kafka/",
            "org/apache/flink/formats/avro/",
            "org/apache/flink/formats/parquet/",
            "org/apache/flink/streaming/connectors/kafka/",
            "org/apache/flink/streaming/util/serialization/JSONKeyValueDeserializationSchema");

    private static final long MAX_BYTES = 75_000_000;

    private static final List<String> NATIVE_OR_DRIVER = List.of(
            "ai/onnxruntime/",
            "ai/djl/",
            "com/luciad/imageio/",
            "com/uber/h3core/",
            "com/mysql/",
            "com/github/luben/zstd/",
            "net/jpountz/",
            "org/xerial/snappy/",
            "META-INF/services/java.sql.Driver");

    private static final List<String> LOGGING = List.of(
            "org/slf4j/", "org/apache/log4j/", "org/apache/logging/", "ch/qos/logback/", "META-INF/services/org.slf4j");

    @Test
    void flinkItselfIsNotInIt() throws IOException {
        assertThat(entries().filter(name -> name.startsWith("org/apache/flink/") && name.endsWith(".class")))
                .isNotEmpty()
                .allMatch(name -> CONNECTORS.stream().anyMatch(name::startsWith));
    }

    @Test
    void nativeLibrariesAndDriversAreLeftToFlinksLibFolder() throws IOException {
        assertThat(entries()).noneMatch(name -> NATIVE_OR_DRIVER.stream().anyMatch(name::startsWith));
    }

    @Test
    void noFileOfItIsANativeLibrary() throws IOException {
        assertThat(entries()).noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib|a)"));
    }

    @Test
    void itIsSmallAndHasNoEntryTwice() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
        assertThat(entries()).doesNotHaveDuplicates();
    }

    @Test
    void itsLicenceIsOursAndThoseOfItsLibrariesAreBesideIt() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("META-INF/LICENSE")))
                    .hasSameContentAs(Files.newInputStream(Path.of("..", "LICENSE")));
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Carriageway", "Apache Kafka");
        }
        assertThat(entries())
                .contains("META-INF/licenses/LGPL-3.0.txt", "META-INF/licenses/GPL-3.0.txt")
                .noneMatch(name -> name.matches("(LICENSE|NOTICE).*"));
    }

    @Test
    void loggingIsLeftToFlink() throws IOException {
        assertThat(entries()).noneMatch(name -> LOGGING.stream().anyMatch(name::startsWith));
    }

    @Test
    void everythingThatCanBeRunIsInIt() throws IOException {
        var commands = Stream.of(Daily.class, Roads.class, Migrate.class, Submit.class, Stop.class, RunReplay.class);
        var runnable = Stream.concat(Suite.programs().stream().map(Program::mainClass), commands);
        assertThat(entries())
                .containsAll(runnable.map(main -> main.getName().replace('.', '/') + ".class")
                        .toList());
    }

    private static Stream<String> entries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList().stream();
        }
    }
}
