package io.carriageway.vision.picture;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.webp.WebpContainer;

/**
 * Checks a WebP file without decoding it. The file is whole if every chunk is complete up to the end that the file
 * states, and it has one picture. The decoder finds whether the picture's data is whole; it never paints over a gap.
 */
final class WebpFile implements PictureFile {

    /** Bytes for each pixel of the decoder's output (4) and of our bitmap (3). */
    private static final int PIXEL_BYTES = 4 + 3;

    /**
     * Bytes for each pixel that libwebp needs in addition for a lossless picture: its pixels, and a transformation for
     * each 16.
     */
    private static final int LOSSLESS_BYTES = 6;

    /** Bytes for each column of a lossy picture: the rows of blocks in libwebp. */
    private static final int COLUMN_BYTES = 512;

    /** Bytes for a group of prefix codes: at most 5,004 entries of 4 bytes, and an index to them. */
    private static final int GROUP_BYTES = 20_700;

    private final byte[] bytes;
    private final WebpContainer container;
    private final int losslessGroups;

    private WebpFile(byte[] bytes, WebpContainer container, int losslessGroups) {
        this.bytes = bytes;
        this.container = container;
        this.losslessGroups = losslessGroups;
    }

    static WebpFile read(byte[] bytes, PictureConfig limits) throws UnreadablePictureException {
        WebpContainer container = WebpContainer.read(bytes);
        limits.checkPixels(container.width(), container.height());
        var file = new WebpFile(bytes, container, container.lossless() ? container.losslessGroups(bytes) : 0);
        limits.checkMemory(file.decodingBytes());
        return file;
    }

    @Override
    public int width() {
        return container.width();
    }

    @Override
    public int height() {
        return container.height();
    }

    @Override
    public Orientation orientation() {
        int from = container.exif();
        int end = container.exifEnd();
        return Exif.beginsAt(bytes, from, end) ? Exif.ofSegment(bytes, from, end) : Exif.ofTiff(bytes, from, end);
    }

    /**
     * Upper bound in bytes. The decoder makes a second copy of the file. The memory of libwebp was measured with
     * version 1.6.0.
     */
    @Override
    public long decodingBytes() {
        long pixels = (long) width() * height();
        return pixels * (container.lossless() ? PIXEL_BYTES + LOSSLESS_BYTES : PIXEL_BYTES)
                + (long) COLUMN_BYTES * width()
                + (long) GROUP_BYTES * losslessGroups
                + bytes.length
                + PictureFile.besidesPixels(bytes.length, width());
    }

    /** Only the picture. Its transparency is in another chunk, which would be decoded only to be dropped. */
    @Override
    public Essence essence() {
        byte[] header = container.simpleHeader();
        int content = container.pictureEnd() - container.picture();
        var essence = new Essence(header.length + content + 1);
        essence.add(header, 0, header.length);
        essence.add(bytes, container.picture(), container.pictureEnd());
        if (content % 2 == 1) {
            essence.add(new byte[1], 0, 1);
        }
        return essence;
    }
}
