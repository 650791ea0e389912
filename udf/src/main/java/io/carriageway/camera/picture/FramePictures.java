package io.carriageway.camera.picture;

import java.io.Serializable;

/**
 * Where the pictures of frames that have only an address are fetched, and which pictures are kept.
 *
 * @param archive store of the kept pictures; null: none is kept
 */
public record FramePictures(FetchConfig fetching, FrameKeeping keeping, PictureArchive archive)
        implements Serializable {

    /** Keeps no pictures. */
    public static FramePictures from(PictureStore store) {
        return new FramePictures(FetchConfig.of(store), FrameKeeping.NONE, null);
    }
}
