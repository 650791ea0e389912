package io.carriageway.camera.picture;

import java.io.IOException;
import java.io.Serializable;

/** Where pictures are kept. */
public interface PictureArchive extends Serializable {

    /**
     * Puts a picture at an address that is made of its own bytes, so doing it twice is the same.
     *
     * @throws IOException when the archive cannot take it now; the caller tries again
     */
    void put(String uri, byte[] picture) throws IOException;
}
