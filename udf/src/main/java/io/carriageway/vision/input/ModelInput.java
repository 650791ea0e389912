package io.carriageway.vision.input;

/**
 * What a model eats: the canvas in pixels, its planes, the factor from 0-255 to its numbers, the grey around the
 * picture (0-255), and how the picture is scaled.
 */
public record ModelInput(
        int width, int height, ColourOrder colourOrder, float scale, Placement placement, int pad, Resample resample) {

    /** Scaled bilinearly. */
    public ModelInput(int width, int height, ColourOrder colourOrder, float scale, Placement placement, int pad) {
        this(width, height, colourOrder, scale, placement, pad, Resample.BILINEAR);
    }

    int planeSize() {
        return width * height;
    }
}
