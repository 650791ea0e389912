package io.carriageway.vision;

/**
 * Sees the vehicles in one picture. The answer depends on the picture's bytes and the model alone, so a replay gives
 * the same one. Used by one thread at a time: an instance keeps buffers between pictures.
 */
public interface Detector extends AutoCloseable {

    /** The model that looks: its name, an at sign and the first 12 hex digits of its file's SHA-256. */
    String modelId();

    PictureDetections detect(byte[] picture) throws UnreadablePictureException;

    @Override
    void close();
}
