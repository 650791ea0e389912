package io.carriageway.vision.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Recognises picture formats that are not decoded by the first bytes of a file. */
final class ForeignFormat {

    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    /** Brands of the container only; the compatible brands in the file show the coding. */
    private static final Set<String> HEIF = Set.of("mif1", "mif2", "mif3", "msf1", "miaf");

    private static final int FIRST_BRAND = 8;
    private static final int COMPATIBLE_BRANDS = 16;
    private static final int BMP_HEADER_BYTES = 18;

    private ForeignFormat() {}

    static Optional<String> nameOf(byte[] bytes) {
        if (beginsAt(bytes, 4, "ftyp")) {
            return nameOfBrands(bytes);
        }
        if (beginsAt(bytes, 0, "GIF87a") || beginsAt(bytes, 0, "GIF89a")) {
            return Optional.of("GIF");
        }
        if (beginsAt(bytes, 0, "II*\0")
                || beginsAt(bytes, 0, "MM\0*")
                || beginsAt(bytes, 0, "II+\0")
                || beginsAt(bytes, 0, "MM\0+")) {
            return Optional.of("TIFF");
        }
        if (beginsAt(bytes, 0, "\u00FF\n") || beginsAt(bytes, 0, "\0\0\0\fJXL \r\n\u0087\n")) {
            return Optional.of("JPEG XL");
        }
        if (beginsAt(bytes, 0, "\u00FFO\u00FFQ") || beginsAt(bytes, 0, "\0\0\0\fjP  \r\n\u0087\n")) {
            return Optional.of("JPEG 2000");
        }
        return isBmp(bytes) ? Optional.of("BMP") : Optional.empty();
    }

    /** Recognises images in ISO's base media format: a box with a main brand, a version, and compatible brands. */
    private static Optional<String> nameOfBrands(byte[] bytes) {
        String name = nameOfBrand(bytes, FIRST_BRAND);
        int end = (int) Math.min(bytes.length, Math.max(0, bigEndianAt(bytes, 0)));
        for (int at = COMPATIBLE_BRANDS; at + 4 <= end && "HEIF".equals(name); at += 4) {
            String other = nameOfBrand(bytes, at);
            name = other == null ? name : other;
        }
        return Optional.ofNullable(name);
    }

    private static String nameOfBrand(byte[] bytes, int at) {
        if (at + 4 > bytes.length) {
            return null;
        }
        String brand = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
        return AVIF.contains(brand) ? "AVIF" : HEIC.contains(brand) ? "HEIC" : HEIF.contains(brand) ? "HEIF" : null;
    }

    /**
     * Whether it is a BMP. Its two letters are not enough: the reserved bytes must be 0, and the second header must
     * have a known length.
     */
    private static boolean isBmp(byte[] bytes) {
        return bytes.length >= BMP_HEADER_BYTES
                && beginsAt(bytes, 0, "BM")
                && bigEndianAt(bytes, 6) == 0
                && Set.of(12, 16, 40, 52, 56, 64, 108, 124).contains(bytes[14] & 0xFF)
                && bytes[15] == 0
                && bytes[16] == 0
                && bytes[17] == 0;
    }

    private static long bigEndianAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    private static boolean beginsAt(byte[] bytes, int at, String magic) {
        if (bytes.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[at + i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
