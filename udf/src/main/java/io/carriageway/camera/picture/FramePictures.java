package io.carriageway.camera.picture;

import java.io.Serializable;

/**
 * Where pictures come from that frames only point at, and which ones are kept.
 *
 * @param archive where those are kept; null where none is
 */
public record FramePictures(FetchConfig fetching, FrameKeeping keeping, PictureArchive archive)
        implements Serializable {

    /** Keeps none. */
    public static FramePictures from(PictureStore store) {
        return new FramePictures(FetchConfig.of(store), FrameKeeping.NONE, null);
    }
}
