package io.carriageway.camera.picture;

import java.io.Serializable;
import org.apache.flink.configuration.Configuration;

/** The store of pictures of frames that have only an address. */
public interface PictureStore extends Serializable {

    /**
     * Opens the store, without a request to it yet.
     *
     * @param flink the settings of the process, including those of Flink's file systems
     */
    PictureReader open(Configuration flink);
}
