package io.carriageway.vision.input;

/**
 * The input of a model: the canvas in pixels, the order of its planes, the factor from 0-255 to its numbers, the
 * position of the picture, the grey around it (0-255), and the filter that scales it.
 */
public record ModelInput(
        int width, int height, ColourOrder colourOrder, float scale, Placement placement, int pad, Resample resample) {

    /** An input for pictures that are scaled bilinearly. */
    public ModelInput(int width, int height, ColourOrder colourOrder, float scale, Placement placement, int pad) {
        this(width, height, colourOrder, scale, placement, pad, Resample.BILINEAR);
    }

    int planeSize() {
        return width * height;
    }
}
