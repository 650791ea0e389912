package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingRuntimeTest {

    @ParameterizedTest
    @CsvSource({
        "/ai/djl/api/, ai.djl.Model",
        "/ai/djl/onnxruntime/, ai.djl.onnxruntime.engine.OrtEngineProvider",
        "/com/microsoft/onnxruntime/, ai.onnxruntime.OrtEnvironment",
    })
    void aClusterWithoutTheRuntimeIsToldInOneLineWhatToPutWhere(String missingJar, String missingClass)
            throws Exception {
        try (var cluster = new URLClassLoader(classPathWithout(missingJar), ClassLoader.getPlatformClassLoader())) {
            Object factory = tinyFactory(cluster);
            var open = factory.getClass().getMethod("open");

            assertThatThrownBy(() -> open.invoke(factory))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Class " + missingClass + " is missing: put DJL")
                    .hasMessageContaining("into Flink's lib/")
                    .hasMessageNotContaining("\n");
        }
    }

    /**
     * What OnnxDetectorFactory.of(ModelSource.at(...), PictureConfig.DEFAULT) makes, in classes of the other class
     * loader.
     */
    private static Object tinyFactory(ClassLoader cluster) throws ReflectiveOperationException {
        Class<?> source = cluster.loadClass("io.carriageway.vision.model.ModelSource");
        Class<?> limits = cluster.loadClass("io.carriageway.vision.picture.PictureConfig");
        Object tiny = source.getMethod("at", String.class).invoke(null, "classpath:models/tiny-yolov8.onnx");
        return cluster.loadClass(OnnxDetectorFactory.class.getName())
                .getMethod("of", source, limits)
                .invoke(null, tiny, limits.getField("DEFAULT").get(null));
    }

    private static URL[] classPathWithout(String jar) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            URL url = Path.of(entry).toUri().toURL();
            if (!url.getPath().contains(jar)) {
                urls.add(url);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
