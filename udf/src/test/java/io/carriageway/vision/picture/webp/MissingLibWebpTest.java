package io.carriageway.vision.picture.webp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingLibWebpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/webp-imageio/", "/kotlin-stdlib/"})
    void aClusterWithoutLibwebpIsToldInOneLineWhatToPutWhere(String missingJar) throws Exception {
        var urls = new ArrayList<URL>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains(missingJar)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (var cluster = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var open = cluster.loadClass(LibWebp.class.getName()).getMethod("open");

            assertThatThrownBy(() -> open.invoke(null))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("put webp-imageio and kotlin-stdlib into Flink's lib/")
                    .hasMessageNotContaining("\n");
        }
    }
}
