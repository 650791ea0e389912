package io.carriageway.jobs.io.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.lake.HourOfWeather;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.flink.util.TemporaryClassLoaderContext;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCodecTest {

    @Test
    void aFileIsWrittenAfterTheJobThatNeededTheCodecFirstHasEnded(@TempDir Path folder) throws Exception {
        Codecs.forget();
        var file = folder.resolve("rows.parquet");
        try (var job = new JobLoader();
                var context = TemporaryClassLoaderContext.of(job);
                var writer = Lake.writer(new LocalOutputFile(file), WeatherObservationRow.class)) {
            job.close();
            writer.write(HourOfWeather.row(0));
        }
        assertThat(Files.size(file)).isPositive();
    }

    /** Shows the codecs, which Parquet keeps as long as its class is loaded. */
    private static final class Codecs extends CodecFactory {
        private Codecs() {
            super(new PlainParquetConfiguration(), 0);
        }

        static void forget() {
            CODEC_BY_NAME.clear();
        }
    }

    /** Fails after the end of the job, as Flink's class loader does. */
    private static final class JobLoader extends ClassLoader implements AutoCloseable {
        private boolean isClosed;

        @Override
        public URL getResource(String name) {
            requireOpen();
            return super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            requireOpen();
            return super.getResources(name);
        }

        private void requireOpen() {
            if (isClosed) {
                throw new IllegalStateException("Trying to access closed classloader");
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
