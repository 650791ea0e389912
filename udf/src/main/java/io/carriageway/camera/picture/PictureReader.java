package io.carriageway.camera.picture;

/** Reads pictures from an open store; many threads may read at once. */
public interface PictureReader extends AutoCloseable {

    /** Reads a picture, at most {@code maxBytes + 1} bytes of it, so that one that is too large shows. */
    PictureAnswer read(String uri, int maxBytes);

    /** Does the same, but gives a picture up early that takes long: others wait for their first attempt behind it. */
    default PictureAnswer readSoon(String uri, int maxBytes) {
        return read(uri, maxBytes);
    }

    @Override
    default void close() {}
}
