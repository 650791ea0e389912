package io.carriageway.camera.picture;

import java.io.IOException;
import java.io.Serializable;

/** The store of kept pictures. */
public interface PictureArchive extends Serializable {

    /**
     * Stores a picture under an address that depends only on its bytes. Idempotent.
     *
     * @throws IOException if the archive is unavailable; the caller retries
     */
    void put(String uri, byte[] picture) throws IOException;
}
