package io.carriageway.camera.picture;

/** Reads pictures from an open store. Thread-safe. */
public interface PictureReader extends AutoCloseable {

    /**
     * Reads at most {@code maxBytes + 1} bytes of a picture, so that the caller can recognise one that is too large.
     */
    PictureAnswer read(String uri, int maxBytes);

    /**
     * Reads like {@link #read}, but gives up sooner on a slow picture, because first attempts at others wait behind it.
     */
    default PictureAnswer readSoon(String uri, int maxBytes) {
        return read(uri, maxBytes);
    }

    @Override
    default void close() {}
}
