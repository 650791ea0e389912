package io.carriageway.vision.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;

/**
 * The pixels of an upright picture: a view of the decoder's samples, so that turning a picture needs no memory. Samples
 * are used as stored: there is no colour management (Java's would lighten grey), deeper samples are cut to 8 bits, and
 * transparency is dropped. The libraries with which models are trained do the same.
 */
public final class Bitmap {

    public final int width;
    public final int height;
    public final byte[] samples;
    /**
     * Index of the red sample of the upright picture's top left pixel, and the steps from a pixel to its neighbours.
     */
    public final int origin;

    public final int stepX;
    public final int stepY;
    /** Offsets of a pixel's other samples from its red one. */
    public final int green;

    public final int blue;

    private Bitmap(Samples stored, int storedWidth, int storedHeight, Orientation orientation) {
        this.width = orientation.swapped ? storedHeight : storedWidth;
        this.height = orientation.swapped ? storedWidth : storedHeight;
        this.samples = stored.bytes;
        this.green = stored.green;
        this.blue = stored.blue;
        int right = orientation.mirroredX ? -stored.pixel : stored.pixel;
        int down = orientation.mirroredY ? -stored.row : stored.row;
        this.stepX = orientation.swapped ? down : right;
        this.stepY = orientation.swapped ? right : down;
        this.origin = stored.red
                + (orientation.mirroredX ? (storedWidth - 1) * stored.pixel : 0)
                + (orientation.mirroredY ? (storedHeight - 1) * stored.row : 0);
    }

    /** Samples as stored: the steps from pixel to pixel and from row to row, and the offsets of a pixel's samples. */
    private record Samples(byte[] bytes, int pixel, int row, int red, int green, int blue) {

        static Samples grey(byte[] bytes, int width) {
            return new Samples(bytes, 1, width, 0, 0, 0);
        }

        static Samples colour(byte[] bytes, int width) {
            return new Samples(bytes, 3, 3 * width, 0, 1, 2);
        }
    }

    /** An upright picture from bytes red, green, blue, row by row. */
    public static Bitmap ofColour(int width, int height, byte[] rgb) {
        return ofColour(width, height, rgb, Orientation.UPRIGHT);
    }

    /** The same for a picture that must be turned; width and height are as stored. */
    public static Bitmap ofColour(int width, int height, byte[] rgb, Orientation orientation) {
        return new Bitmap(Samples.colour(rgb, width), width, height, orientation);
    }

    public static Bitmap of(BufferedImage image, Orientation orientation) {
        return new Bitmap(samples(image), image.getWidth(), image.getHeight(), orientation);
    }

    private static Samples samples(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return Samples.colour(lookedUp(image, palette), image.getWidth());
        }
        var layout = (ComponentSampleModel) image.getSampleModel();
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte bytes) {
            int[] offsets = layout.getBandOffsets();
            boolean grey = offsets.length < 3;
            return new Samples(
                    bytes.getData(),
                    layout.getPixelStride(),
                    layout.getScanlineStride(),
                    offsets[0],
                    grey ? 0 : offsets[1] - offsets[0],
                    grey ? 0 : offsets[2] - offsets[0]);
        }
        short[] deep = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        return layout.getNumBands() < 3
                ? Samples.grey(cut(deep, layout.getNumBands(), 1), image.getWidth())
                : Samples.colour(cut(deep, layout.getNumBands(), 3), image.getWidth());
    }

    private static byte[] lookedUp(BufferedImage image, IndexColorModel palette) {
        int width = image.getWidth();
        byte[] rgb = new byte[3 * width * image.getHeight()];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                rgb[to++] = (byte) palette.getRed(index);
                rgb[to++] = (byte) palette.getGreen(index);
                rgb[to++] = (byte) palette.getBlue(index);
            }
        }
        return rgb;
    }

    /** The upper 8 bits of the first bands; if the number of bands is even, the last is transparency. */
    private static byte[] cut(short[] deep, int bands, int kept) {
        byte[] cut = new byte[deep.length / bands * kept];
        int to = 0;
        for (int from = 0; from < deep.length; from += bands) {
            for (int band = 0; band < kept; band++) {
                cut[to++] = (byte) (deep[from + band] >> 8);
            }
        }
        return cut;
    }
}
