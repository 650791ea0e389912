package io.carriageway.vision.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A picture's pixels, row by row, as bytes blue, green, red. Samples are taken as they are stored: no colour management
 * (Java's would lighten grey), deeper ones are cut to 8 bits, transparency is dropped; so do the libraries that models
 * are trained with.
 */
final class Bitmap {

    final int width;
    final int height;
    final byte[] bgr;

    Bitmap(int width, int height, byte[] bgr) {
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    static Bitmap of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == 3 * image.getWidth() * image.getHeight()) {
            return new Bitmap(image.getWidth(), image.getHeight(), buffer.getData());
        }
        var bitmap =
                new Bitmap(image.getWidth(), image.getHeight(), new byte[3 * image.getWidth() * image.getHeight()]);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            bitmap.fillFromPalette(image.getRaster(), palette);
        } else {
            bitmap.fillFromSamples(
                    image.getRaster(), Math.max(0, image.getColorModel().getComponentSize(0) - 8));
        }
        return bitmap;
    }

    private void fillFromPalette(Raster raster, IndexColorModel palette) {
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                int rgb = palette.getRGB(index);
                bgr[to++] = (byte) rgb;
                bgr[to++] = (byte) (rgb >> 8);
                bgr[to++] = (byte) (rgb >> 16);
            }
        }
    }

    /** One or two bands are grey, three or four are red, green, blue; the last of an even number is transparency. */
    private void fillFromSamples(Raster raster, int surplusBits) {
        int bands = raster.getNumBands();
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int from = 0; from < row.length; from += bands) {
                bgr[to++] = (byte) (row[from + blue] >> surplusBits);
                bgr[to++] = (byte) (row[from + green] >> surplusBits);
                bgr[to++] = (byte) (row[from] >> surplusBits);
            }
        }
    }
}
