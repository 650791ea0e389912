package io.carriageway.camera.picture;

import io.carriageway.row.CameraFrameRow;
import java.util.concurrent.CompletableFuture;

/** Copies pictures to the archive on threads of its own, and retries for as long as the archive is unavailable. */
public final class PictureKeeper implements AutoCloseable {

    private final FrameKeeping keeping;
    private final PictureArchive archive;
    private final StoreCalls calls;

    public PictureKeeper(FramePictures pictures, int threadCount) {
        this.keeping = pictures.keeping();
        this.archive = pictures.archive();
        this.calls = new StoreCalls("picture-keeper", threadCount);
    }

    /**
     * Completes with the frame's row, which has the address of its kept picture, when the picture is stored; at once if
     * it is not to be kept.
     */
    public CompletableFuture<CameraFrameRow> keep(CameraFrameRow row, byte[] picture) {
        if (!keeping.keeps(row)) {
            return CompletableFuture.completedFuture(row);
        }
        row.setKeptUri(keeping.addressOf(row));
        return calls.untilAnswered("write " + row.getKeptUri(), () -> {
            archive.put(row.getKeptUri(), picture);
            return row;
        });
    }

    @Override
    public void close() {
        calls.close();
    }
}
