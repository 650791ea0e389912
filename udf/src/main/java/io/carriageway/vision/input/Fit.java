package io.carriageway.vision.input;

/**
 * The position of a picture on a canvas of another size, with its aspect ratio kept: its size there and its top left
 * corner.
 */
public record Fit(int pictureWidth, int pictureHeight, int width, int height, int left, int top) {

    static Fit of(int pictureWidth, int pictureHeight, ModelInput canvas) {
        double zoom = Math.min((double) canvas.width() / pictureWidth, (double) canvas.height() / pictureHeight);
        int width = Math.max(1, (int) Math.round(pictureWidth * zoom));
        int height = Math.max(1, (int) Math.round(pictureHeight * zoom));
        boolean corner = canvas.placement() == Placement.TOP_LEFT;
        return new Fit(
                pictureWidth,
                pictureHeight,
                width,
                height,
                corner ? 0 : (canvas.width() - width) / 2,
                corner ? 0 : (canvas.height() - height) / 2);
    }

    /** Converts from the canvas to the picture; results are clamped to the picture. */
    public float pictureX(float canvasX) {
        return clamp((canvasX - left) * pictureWidth / width, pictureWidth);
    }

    public float pictureY(float canvasY) {
        return clamp((canvasY - top) * pictureHeight / height, pictureHeight);
    }

    private static float clamp(float value, int limit) {
        return Math.max(0f, Math.min(limit, value));
    }
}
