package io.carriageway.vision.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * WebP files made by Pillow 12 (libwebp 1.6.0) of one picture, {@code Pictures.gradient(33, 21, ...)}, and parts to put
 * others together from.
 */
final class WebpFiles {

    static final byte[] LOSSY =
            decoded("UklGRrwAAABXRUJQVlA4ILAAAADQBQCdASohABUAPi0QhkKhoQ6uZgAMAWJZgCdMyq8B5n+NfKvcAiABufpF96+kib/pxSzW"
                    + "//zgAP7/ls62kkzjiBGuonFqlCo//OSTnW12uRBpi7o/9vDN55qMt41tNv1cuvpln/6yRf/CRy1HFMFGKs83tDtO6I8h3bZl"
                    + "AdiuQkuuyTthbDxBAiFb5J25aIY/vhpBt0jyiLMnmTQSCDRjbtCPQ3ZmNEYgeA6Jz30AAA==");
    static final byte[] LOSSLESS =
            decoded("UklGRkgAAABXRUJQVlA4TDsAAAAvIAAFALkyRPQ/dhHR/4CitpGcANjlT7hfv5+QIIU0HbBQ27YNY281uQMJY4RZvfiCAG0e"
                    + "Ekq/9ldDAAA=");
    static final byte[] LOSSY_ALPHA =
            decoded("UklGRgoBAABXRUJQVlA4WAoAAAAQAAAAIAAAFAAAQUxQSBoAAAABuYzof0BN20ZQX/4oCvbWmyImYAKwzuclAVZQOCDKAAAA"
                    + "UAcAnQEqIQAVAD4tEIZCoaEOrmYADAFiWgAsR6Edeeq/kBzRPCHd3J/9QFZ/t2UFHWd/LhytXgY7rR7CpPoqLz/YAAD+/4nH"
                    + "L1NT388JTcLiZml0S5yLCTST/5xirWDpN+GO5G9/8JAPsw+yl4zeocbqwouckPQn4rBkBlxwxKB74Qfb7RPMnDhtRKSQXbX6"
                    + "OYLc5/zq6QcvuI0rwtGSIU1eRoykZrbjRfWbU7xwZ0+S2OkBfTF1I9tclWQSwJjiloXKUeMqPsAAAA==");
    static final byte[] LOSSLESS_ALPHA =
            decoded("UklGRkgAAABXRUJQVlA4TDwAAAAvIAAFELkKRPQ/dhHR/zCgadtIB+CfP+abbo2FBCmk6YApSNuA2fWvoj5z9OSzCyFCiBAP"
                    + "jviw7wj7jgA=");
    static final byte[] ANIMATED =
            decoded("UklGRvIAAABXRUJQVlA4WAoAAAACAAAABwAABwAAQU5JTQYAAAAAAAAAAABBTk1GYAAAAAAAAAAAAAcAAAcAAAAAAAJWUDgg"
                    + "SAAAAPABAJ0BKggACAABQCYlsAADYmaU+sGJQAD+/A3JW9x461eEDsV9/UQKO/JR67/8TF38GoT//2v8J1w//Lv8Rf+m/+xR"
                    + "WoAAAEFOTUZeAAAAAAAAAAAABwAABwAAAAAAAFZQOCBGAAAAtAEAnQEqCAAIAAAAJiWwAANhH3oz8AD+762wF82HzStkbgaP"
                    + "9T5f5/2Obv+up8PBP//Fz1kPR/wW/3TN1//P/wY/+IAAAA==");

    private static final int SIMPLE_HEADER_BYTES = 20;

    private WebpFiles() {}

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    static byte[] file(byte[]... chunks) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(ascii("WEBP"));
        for (byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return Pictures.joined(Pictures.joined(ascii("RIFF"), littleEndian(content.size())), content.toByteArray());
    }

    static byte[] chunk(String name, byte[] content) {
        byte[] head = Pictures.joined(ascii(name), littleEndian(content.length));
        return Pictures.joined(Pictures.joined(head, content), new byte[content.length % 2]);
    }

    /** The features chunk of an extended file. */
    static byte[] features(int flags, int width, int height) {
        byte[] content = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(flags)
                .putInt(width - 1)
                .position(7)
                .putInt(height - 1)
                .array();
        return chunk("VP8X", Arrays.copyOf(content, 10));
    }

    /** The one chunk of a simple file. */
    static byte[] pictureOf(byte[] simple) {
        return Arrays.copyOfRange(simple, 12, simple.length);
    }

    /** The data of the one chunk of a simple file, with the byte that fills it up. */
    static byte[] dataOf(byte[] simple) {
        return Arrays.copyOfRange(simple, SIMPLE_HEADER_BYTES, simple.length);
    }

    static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
