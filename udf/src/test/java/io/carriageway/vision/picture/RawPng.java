package io.carriageway.vision.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.Deflater;

/** PNG files made from their header's fields, of every kind that the format knows. */
record RawPng(int width, int height, int bits, int colourType, int interlace) {

    private static final byte[] GREY_PALETTE = new byte[768];
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    static final int[][] KINDS = {
        {1, 0}, {2, 0}, {4, 0}, {8, 0}, {16, 0}, {8, 2}, {16, 2}, {1, 3}, {2, 3}, {4, 3}, {8, 3}, {8, 4}, {16, 4},
        {8, 6}, {16, 6}
    };

    /** Its rows hold noise, each behind the filter that costs most. */
    byte[] file() {
        return file(Pictures.chunk("IDAT", deflated(rows())));
    }

    byte[] file(byte[] dataChunks) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colourType)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) interlace)
                .array();
        byte[] file = Pictures.joined(PngFile.MAGIC, Pictures.chunk("IHDR", header));
        if (colourType == 3) {
            byte[] palette = new byte[3 << bits];
            System.arraycopy(GREY_PALETTE, 0, palette, 0, palette.length);
            file = Pictures.joined(file, Pictures.chunk("PLTE", palette));
        }
        return Pictures.joined(Pictures.joined(file, dataChunks), Pictures.chunk("IEND", new byte[0]));
    }

    byte[] rows() {
        var rows = new ByteArrayOutputStream();
        var random = new Random(1);
        if (interlace == 0) {
            write(rows, random, width, height);
            return rows.toByteArray();
        }
        for (int[] pass : PASSES) {
            write(rows, random, (width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3]);
        }
        return rows.toByteArray();
    }

    private void write(ByteArrayOutputStream rows, Random random, int columns, int count) {
        int bands = new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
        byte[] row = new byte[1 + (columns * bands * bits + 7) / 8];
        random.nextBytes(row);
        row[0] = 4;
        for (int y = 0; columns > 0 && y < count; y++) {
            rows.write(row, 0, row.length);
        }
    }

    static byte[] deflated(byte[] rows) {
        var deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
