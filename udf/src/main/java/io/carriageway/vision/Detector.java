package io.carriageway.vision;

/**
 * Sees the vehicles in one picture. The answer depends on the picture's bytes and the model alone, so a replay gives
 * the same one. Used by one thread at a time: an instance keeps buffers between pictures.
 */
public interface Detector extends AutoCloseable {

    /** A picture that may be detected now. What it holds of the machine is given back by close, by any thread. */
    interface Look extends AutoCloseable {

        PictureDetections detect() throws UnreadablePictureException, InvalidAnswerException;

        @Override
        default void close() {}
    }

    /** The model that looks: its name, an at sign and the first 12 hex digits of its file's SHA-256. */
    String modelId();

    PictureDetections detect(byte[] picture) throws UnreadablePictureException, InvalidAnswerException;

    /** Waits until the machine has what the picture needs. The time that takes says nothing about the picture. */
    default Look admit(byte[] picture) throws UnreadablePictureException, InterruptedException {
        return () -> detect(picture);
    }

    @Override
    void close();
}
