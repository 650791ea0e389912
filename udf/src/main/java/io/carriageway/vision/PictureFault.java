package io.carriageway.vision;

import java.util.Locale;

/**
 * Reasons for which a picture cannot be examined. Each depends only on the bytes and the limits, so another attempt
 * gives the same.
 */
public enum PictureFault {
    /** There are no bytes. */
    PICTURE_EMPTY,
    /** The bytes are not a picture, whatever the sender says. */
    PICTURE_NOT_AN_IMAGE,
    /** A picture in a format that is not decoded, such as AVIF, HEIC or GIF. */
    PICTURE_NOT_SUPPORTED,
    /** The file ends before the picture does. */
    PICTURE_TRUNCATED,
    /** The picture has more bytes, or by its header more pixels, than the limits allow. */
    PICTURE_TOO_LARGE,
    /** A JPEG, PNG or WebP that is damaged, or of a kind that is not supported. */
    PICTURE_UNDECODABLE;

    /** The reason as in dead letters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
