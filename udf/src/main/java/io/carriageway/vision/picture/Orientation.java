package io.carriageway.vision.picture;

/**
 * The turn that makes stored pixels upright, in the order of Exif's values 1 to 8. A position in the upright picture is
 * first swapped, then mirrored, to give the position among the stored pixels.
 */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_TURN(true, false, true),
    TRANSVERSED(true, true, true),
    THREE_QUARTER_TURN(true, true, false);

    /** Whether rows of the upright picture are columns of the stored one. */
    public final boolean swapped;

    public final boolean mirroredX;
    public final boolean mirroredY;

    Orientation(boolean swapped, boolean mirroredX, boolean mirroredY) {
        this.swapped = swapped;
        this.mirroredX = mirroredX;
        this.mirroredY = mirroredY;
    }
}
