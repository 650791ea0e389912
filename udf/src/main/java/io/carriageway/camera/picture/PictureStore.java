package io.carriageway.camera.picture;

import java.io.Serializable;
import org.apache.flink.configuration.Configuration;

/** Where pictures are read that frames only point at. */
public interface PictureStore extends Serializable {

    /**
     * Opens the store, which asks it nothing yet.
     *
     * @param flink the settings of the process, those of Flink's file systems among them
     */
    PictureReader open(Configuration flink);
}
