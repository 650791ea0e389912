package io.carriageway.vision.model;

import java.io.IOException;
import java.io.Serializable;

/** The source of a model: its card, and the bytes of its .onnx file. */
public interface ModelSource extends Serializable {

    String location();

    ModelCard card() throws IOException;

    /** The file's bytes, unchecked. The caller compares them with the card. */
    byte[] bytes() throws IOException;

    /** A model at {@code classpath:...}, or at any URI that Flink's file systems know ({@code file:}, {@code s3:}). */
    static ModelSource at(String uri) {
        return new StoredModel(
                uri, uri.startsWith("classpath:") ? ModelOpeners::onClassPath : ModelOpeners::inFileSystem);
    }

    /** A model whose card and file are in memory. */
    static ModelSource of(String location, ModelCard card, byte[] bytes) {
        return new CarriedModel(location, card, bytes);
    }

    /** The same model, read now and serialized with the job: for a file that only the client can read. */
    default ModelSource carried() throws IOException {
        return new CarriedModel(location(), card(), bytes());
    }
}
