package io.carriageway.vision;

import java.util.Locale;

/**
 * Why a picture cannot be looked at. Each is a property of the bytes and the limits, so a second look finds the same
 * one.
 */
public enum PictureFault {
    /** No bytes at all. */
    PICTURE_EMPTY,
    /** Neither a JPEG nor a PNG, whatever its sender calls it. */
    PICTURE_NOT_AN_IMAGE,
    /** The file ends before the picture does. */
    PICTURE_TRUNCATED,
    /** More bytes, or more pixels by its own header, than the limits allow. */
    PICTURE_TOO_LARGE,
    /** A JPEG or PNG that is damaged, or of a kind that is not supported. */
    PICTURE_UNDECODABLE;

    /** The reason as it is written in dead letters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
