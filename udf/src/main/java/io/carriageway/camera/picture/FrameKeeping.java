package io.carriageway.camera.picture;

import io.carriageway.row.CameraFrameRow;
import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Decides which frames' pictures are kept. The choice depends on the frame and not on chance, so every run keeps the
 * same ones.
 *
 * @param folder folder of the kept pictures; null: none is kept
 * @param oneOf one of this many frames is kept, chosen by the hash of its identity: 1 keeps all, 0 none
 */
public record FrameKeeping(String folder, int oneOf) implements Serializable {

    public static final FrameKeeping NONE = new FrameKeeping(null, 0);

    private static final int FOLDER_DIGITS = 2;
    private static final int NUMBER_DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    /**
     * Decides by the first 8 hex digits of the SHA-256 of camera_id, a newline and frame_id, as a number. A late
     * frame's picture that was given by URI was not fetched and cannot be kept.
     */
    boolean keeps(CameraFrameRow row) {
        if (oneOf <= 0 || row.getImageSha256() == null) {
            return false;
        }
        var hash = DigestUtils.sha256Hex(row.getCameraId() + '\n' + row.getFrameId());
        return Long.parseLong(hash, 0, NUMBER_DIGITS, HEXADECIMAL) % oneOf == 0;
    }

    /**
     * The address: the SHA-256 of the bytes, in a folder named after its first two digits. So equal bytes are stored
     * once.
     */
    String addressOf(CameraFrameRow row) {
        var hash = row.getImageSha256();
        return "%s/%s/%s".formatted(folder, hash.substring(0, FOLDER_DIGITS), hash);
    }
}
