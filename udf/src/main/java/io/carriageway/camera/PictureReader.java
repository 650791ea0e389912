package io.carriageway.camera;

/** Reads pictures from an open store; many threads may read at once. */
public interface PictureReader extends AutoCloseable {

    /** Reads a picture, at most {@code maxBytes + 1} bytes of it, so that one that is too large shows. */
    PictureAnswer read(String uri, int maxBytes);

    @Override
    default void close() {}
}
