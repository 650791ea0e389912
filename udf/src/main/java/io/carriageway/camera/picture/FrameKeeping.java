package io.carriageway.camera.picture;

import io.carriageway.row.CameraFrameRow;
import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Which frames' pictures are kept: a function of the frame and not of chance, so that every run keeps the same ones.
 *
 * @param folder where they are kept; null where none is
 * @param oneOf of so many frames one is kept, by the hash of their identity: 1 keeps all, 0 none
 */
public record FrameKeeping(String folder, int oneOf) implements Serializable {

    public static final FrameKeeping NONE = new FrameKeeping(null, 0);

    private static final int FOLDER_DIGITS = 2;
    private static final int NUMBER_DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    /**
     * By the first 8 hex digits of the SHA-256 of camera_id, a newline and frame_id, as a number. A late picture that
     * was given by URI was not fetched, and so cannot be kept.
     */
    boolean keeps(CameraFrameRow row) {
        if (oneOf <= 0 || row.getImageSha256() == null) {
            return false;
        }
        var hash = DigestUtils.sha256Hex(row.getCameraId() + '\n' + row.getFrameId());
        return Long.parseLong(hash, 0, NUMBER_DIGITS, HEXADECIMAL) % oneOf == 0;
    }

    /** By the SHA-256 of the bytes, below a folder of its first two digits: the same bytes are kept once. */
    String addressOf(CameraFrameRow row) {
        var hash = row.getImageSha256();
        return "%s/%s/%s".formatted(folder, hash.substring(0, FOLDER_DIGITS), hash);
    }
}
