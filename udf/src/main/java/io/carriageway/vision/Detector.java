package io.carriageway.vision;

/**
 * Detects the vehicles in a picture. The result depends only on the picture's bytes and the model, so a replay gives
 * the same. An instance keeps buffers between pictures and is used by one thread at a time.
 */
public interface Detector extends AutoCloseable {

    /** A picture that has the resources to be examined. Close, from any thread, releases them. */
    interface Look extends AutoCloseable {

        PictureDetections detect() throws UnreadablePictureException, InvalidAnswerException;

        @Override
        default void close() {}
    }

    /** The model's id: its name, an at sign and the first 12 hex digits of its file's SHA-256. */
    String modelId();

    PictureDetections detect(byte[] picture) throws UnreadablePictureException, InvalidAnswerException;

    /** Waits until the resources for the picture are available. The time of waiting says nothing about the picture. */
    default Look admit(byte[] picture) throws UnreadablePictureException, InterruptedException {
        return () -> detect(picture);
    }

    @Override
    void close();
}
