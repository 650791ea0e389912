package io.carriageway.vision;

import java.util.Locale;

/**
 * Why a picture cannot be looked at. Each is a property of the bytes and the limits, so a second look finds the same
 * one.
 */
public enum PictureFault {
    /** No bytes at all. */
    PICTURE_EMPTY,
    /** No picture at all, whatever its sender calls it. */
    PICTURE_NOT_AN_IMAGE,
    /** A picture in a format that is not decoded, such as AVIF, HEIC or GIF. */
    PICTURE_NOT_SUPPORTED,
    /** The file ends before the picture does. */
    PICTURE_TRUNCATED,
    /** More bytes, or more pixels by its own header, than the limits allow. */
    PICTURE_TOO_LARGE,
    /** A JPEG, PNG or WebP that is damaged, or of a kind that is not supported. */
    PICTURE_UNDECODABLE;

    /** The reason as it is written in dead letters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
