package io.carriageway.vision.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/** An ImageIO stream over bytes in memory; ImageIO's own streams would copy them to a cache first. */
final class ByteArrayImageInput extends ImageInputStreamImpl {

    private final byte[] bytes;
    private final int count;

    ByteArrayImageInput(byte[] bytes, int count) {
        this.bytes = bytes;
        this.count = count;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < count ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= count) {
            return length == 0 ? 0 : -1;
        }
        int read = (int) Math.min(length, count - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return count;
    }
}
