package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** YOLOX-nano with its published weights, and pictures of real streets; both are not in the repository. */
record RealModel(Path testData) implements ModelSource {

    private static final long serialVersionUID = 1L;

    static RealModel orSkip() {
        String testData = System.getenv("TESTDATA_DIR");
        assumeTrue(testData != null, "TESTDATA_DIR is not set: no real model and no real pictures to look at");
        var model = new RealModel(Path.of(testData).toAbsolutePath());
        assumeTrue(Files.exists(model.file()), model.file() + " is not there");
        return model;
    }

    Path file() {
        return testData.resolve("models/yolox_nano.onnx");
    }

    List<Path> pictures() {
        Path camera = testData.resolve("data/camera");
        try (Stream<Path> files = Files.walk(camera)) {
            List<Path> pictures = files.filter(file ->
                            file.toString().endsWith(".jpg") || file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
            assertThat(pictures).as("pictures in " + camera).hasSizeGreaterThan(10);
            return pictures;
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    @Override
    public String location() {
        return file().toUri().toString();
    }

    @Override
    public ModelCard card() throws IOException {
        return ModelSource.at("classpath:models/yolox_nano.onnx").card();
    }

    @Override
    public byte[] bytes() throws IOException {
        return ModelSource.at(location()).bytes();
    }
}
