package io.carriageway.vision.input;

import io.carriageway.vision.picture.Bitmap;

/** Interpolates linearly between pixel centres. */
final class BilinearResampler implements Resampler {

    private final float scale;
    private final int[] leftByte;
    private final int[] rightByte;
    private final float[] rightShare;
    private Fit fit;

    BilinearResampler(int canvasWidth, float scale) {
        this.scale = scale;
        this.leftByte = new int[canvasWidth];
        this.rightByte = new int[canvasWidth];
        this.rightShare = new float[canvasWidth];
    }

    @Override
    public void plan(Bitmap bitmap, Fit place) {
        fit = place;
        for (int x = 0; x < fit.width(); x++) {
            float centre = (x + 0.5f) * bitmap.width / fit.width() - 0.5f;
            int left = (int) Math.floor(centre);
            rightShare[x] = centre - left;
            leftByte[x] = bitmap.stepX * Math.max(0, left);
            rightByte[x] = bitmap.stepX * Math.min(bitmap.width - 1, left + 1);
        }
    }

    @Override
    public void fill(Bitmap bitmap, int y, float[][] rows) {
        float centre = (y + 0.5f) * bitmap.height / fit.height() - 0.5f;
        int upper = (int) Math.floor(centre);
        float lowerShare = centre - upper;
        int upperByte = bitmap.origin + bitmap.stepY * Math.max(0, upper);
        int lowerByte = bitmap.origin + bitmap.stepY * Math.min(bitmap.height - 1, upper + 1);
        byte[] rgb = bitmap.samples;
        int g = bitmap.green;
        int l = bitmap.blue;
        float[] blue = rows[0];
        float[] green = rows[1];
        float[] red = rows[2];
        for (int x = 0; x < fit.width(); x++) {
            float right = rightShare[x];
            float w00 = (1 - right) * (1 - lowerShare) * scale;
            float w01 = right * (1 - lowerShare) * scale;
            float w10 = (1 - right) * lowerShare * scale;
            float w11 = right * lowerShare * scale;
            int a = upperByte + leftByte[x];
            int b = upperByte + rightByte[x];
            int c = lowerByte + leftByte[x];
            int d = lowerByte + rightByte[x];
            int to = fit.left() + x;
            red[to] = (rgb[a] & 255) * w00 + (rgb[b] & 255) * w01 + (rgb[c] & 255) * w10 + (rgb[d] & 255) * w11;
            green[to] = (rgb[a + g] & 255) * w00
                    + (rgb[b + g] & 255) * w01
                    + (rgb[c + g] & 255) * w10
                    + (rgb[d + g] & 255) * w11;
            blue[to] = (rgb[a + l] & 255) * w00
                    + (rgb[b + l] & 255) * w01
                    + (rgb[c + l] & 255) * w10
                    + (rgb[d + l] & 255) * w11;
        }
    }
}
