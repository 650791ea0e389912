package io.carriageway.vision.input;

import io.carriageway.vision.picture.Bitmap;
import java.util.Arrays;

/**
 * Averages the area of the picture that each canvas pixel covers; pixels at its edge count by their share (OpenCV's
 * INTER_AREA). Sums are integers, so every machine computes the same numbers. If a picture of W x H pixels is shrunk to
 * w x h, each of its pixels has w x h parts, and each canvas pixel covers W x H parts. Enlarging is bilinear.
 */
final class AreaResampler implements Resampler {

    private final float scale;
    private final BilinearResampler enlarging;
    /** For each canvas pixel, the first picture pixel that it covers, and the number of that pixel's parts. */
    private final int[] first;

    private final int[] firstParts;
    /** Sums of red, green and blue of each column of the picture, over the parts of the covered rows. */
    private int[] columns = {};

    private Fit fit;
    private boolean shrinks;

    AreaResampler(int canvasWidth, float scale) {
        this.scale = scale;
        this.enlarging = new BilinearResampler(canvasWidth, scale);
        this.first = new int[canvasWidth + 1];
        this.firstParts = new int[canvasWidth + 1];
    }

    @Override
    public void plan(Bitmap bitmap, Fit place) {
        fit = place;
        // A fit keeps proportions, so it never shrinks one side and enlarges the other.
        shrinks = fit.width() < bitmap.width || fit.height() < bitmap.height;
        if (!shrinks) {
            enlarging.plan(bitmap, fit);
            return;
        }
        columns = columns.length == 3 * bitmap.width ? columns : new int[3 * bitmap.width];
        for (int x = 0; x <= fit.width(); x++) {
            long begin = (long) x * bitmap.width;
            first[x] = (int) (begin / fit.width());
            firstParts[x] = fit.width() - (int) (begin % fit.width());
        }
    }

    @Override
    public void fill(Bitmap bitmap, int y, float[][] rows) {
        if (!shrinks) {
            enlarging.fill(bitmap, y, rows);
            return;
        }
        Arrays.fill(columns, 0);
        int last = (int) (((y + 1L) * bitmap.height - 1) / fit.height());
        for (int row = (int) ((long) y * bitmap.height / fit.height()); row <= last; row += 2) {
            add(
                    bitmap,
                    bitmap.origin + row * bitmap.stepY,
                    parts(bitmap, row, y),
                    row < last ? parts(bitmap, row + 1, y) : 0);
        }
        double perPart = scale / ((double) bitmap.width * bitmap.height);
        for (int colour = 0; colour < 3; colour++) {
            write(2 - colour, rows[colour], perPart);
        }
    }

    /** Number of parts of a picture row that a canvas row covers. */
    private int parts(Bitmap bitmap, int row, int y) {
        long begin = Math.max((long) row * fit.height(), (long) y * bitmap.height);
        return (int) (Math.min((row + 1L) * fit.height(), (y + 1L) * bitmap.height) - begin);
    }

    /** Adds two rows at once, which is faster. The second has no parts if there is only one. */
    private void add(Bitmap bitmap, int from, int parts, int nextParts) {
        int down = nextParts == 0 ? 0 : bitmap.stepY;
        if (bitmap.stepX == 3 && bitmap.green == 1 && bitmap.blue == 2) {
            addRuns(bitmap.samples, from, parts, from + down, nextParts);
            return;
        }
        byte[] samples = bitmap.samples;
        int at = from;
        for (int column = 0; column < columns.length; column += 3) {
            columns[column] += parts * (samples[at] & 255) + nextParts * (samples[at + down] & 255);
            int green = at + bitmap.green;
            columns[column + 1] += parts * (samples[green] & 255) + nextParts * (samples[green + down] & 255);
            int blue = at + bitmap.blue;
            columns[column + 2] += parts * (samples[blue] & 255) + nextParts * (samples[blue + down] & 255);
            at += bitmap.stepX;
        }
    }

    /** Adds rows in the usual case, in a form that the JIT compiles well. */
    private void addRuns(byte[] samples, int from, int parts, int next, int nextParts) {
        int[] sums = columns;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += parts * (samples[from + i] & 255) + nextParts * (samples[next + i] & 255);
        }
    }

    private void write(int band, float[] row, double perPart) {
        int width = fit.width();
        for (int x = 0; x < width; x++) {
            int column = first[x];
            long sum = (long) firstParts[x] * columns[3 * column + band];
            long whole = 0;
            for (column++; column < first[x + 1]; column++) {
                whole += columns[3 * column + band];
            }
            sum += width * whole;
            int lastParts = width - firstParts[x + 1];
            if (lastParts > 0) {
                sum += (long) lastParts * columns[3 * column + band];
            }
            row[fit.left() + x] = (float) (sum * perPart);
        }
    }
}
