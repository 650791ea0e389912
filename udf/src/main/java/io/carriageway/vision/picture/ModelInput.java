package io.carriageway.vision.picture;

/**
 * What a model eats: the canvas in pixels, its planes, the factor from 0-255 to its numbers, and the grey around the
 * picture (0-255).
 */
public record ModelInput(int width, int height, ColourOrder colourOrder, float scale, Placement placement, int pad) {

    int planeSize() {
        return width * height;
    }
}
