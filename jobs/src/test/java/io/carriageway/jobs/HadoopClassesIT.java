package io.carriageway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.apache.flink.util.TemporaryClassLoaderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the job jar contains enough of Hadoop, of which it contains a part. */
class HadoopClassesIT {

    private static final Path JAR = Path.of("target", "carriageway-jobs.jar");
    private static final String HADOOP = "org.apache.hadoop.";

    @Test
    void noClassOfAnotherLibraryNamesAClassOfHadoopThatIsMissing() {
        var text = new StringWriter();
        var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        var out = new PrintWriter(text);
        assertThat(jdeps.run(out, out, "-v", "-filter:none", "-e", "org\\.apache\\.hadoop\\..*", JAR.toString()))
                .isZero();
        var named = text.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("-> " + HADOOP) && !line.startsWith(HADOOP))
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(named).noneMatch(line -> line.endsWith("not found"));
    }

    @Test
    void theJarWritesAndReadsParquetInEveryCodecWithFlinkAlone(@TempDir Path folder) throws Exception {
        var urls = new URL[] {
            JAR.toUri().toURL(), Path.of("target", "test-classes").toUri().toURL()
        };
        try (var loader = new URLClassLoader(urls, new FlinkAlone());
                var context = TemporaryClassLoaderContext.of(loader)) {
            var roundTrip = loader.loadClass("io.carriageway.jobs.io.lake.parquet.ParquetRoundTrip");
            roundTrip.getMethod("main", String[].class).invoke(null, (Object) new String[] {folder.toString()});
            assertThat(loader.loadClass(HADOOP + "conf.Configuration").getClassLoader())
                    .isSameAs(loader);
        }
        assertThat(folder).isDirectoryContaining(file -> file.toString().contains("ZSTD"));
    }

    /** Hides the libraries that are in the jar, and all resources. */
    private static final class FlinkAlone extends ClassLoader {

        FlinkAlone() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.matches("(org\\.apache\\.(hadoop|parquet|avro)|shaded\\.parquet|io\\.carriageway)\\..*")) {
                throw new ClassNotFoundException(name);
            }
            return HadoopClassesIT.class.getClassLoader().loadClass(name);
        }
    }
}
