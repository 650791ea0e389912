package io.carriageway.camera;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/** Where pictures that frames only point at are read. */
public interface PictureStore extends Serializable {

    /**
     * Reads a picture, at most {@code maxBytes + 1} bytes of it, so that one that is too large shows.
     *
     * @return empty when the store says with authority that there is no such object
     * @throws IOException when the store cannot be asked now; the caller tries again
     */
    Optional<byte[]> read(String uri, int maxBytes) throws IOException;
}
