package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_NOT_AN_IMAGE;
import static io.carriageway.vision.PictureFault.PICTURE_NOT_SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.carriageway.vision.UnreadablePictureException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormatTest {

    private static final String BMP = "BM6\020\0\0" + "\0\0\0\0" + "6\0\0\0" + "(\0\0\0";

    @ParameterizedTest
    @CsvSource({
        "avif, AVIF",
        "avis, AVIF",
        "heic, HEIC",
        "heix, HEIC",
        "hevc, HEIC",
        "mif1, HEIF",
        "msf1, HEIF",
        "mif1mif1avifmiaf, AVIF",
        "msf1mif1miafhevc, HEIC",
    })
    void imagesInIsoFilesAreNamedByTheirBrands(String brands, String name) {
        String main = brands.substring(0, 4);
        String compatible = brands.substring(4);
        String box = "\0\0\0" + (char) (16 + compatible.length()) + "ftyp" + main + "\0\0\0\0" + compatible;

        assertNotSupported(box + "\0\0\0\u0010metaheic", name);
    }

    @Test
    void formatsAreNamedByTheirSignatures() {
        assertNotSupported("GIF87a", "GIF");
        assertNotSupported("GIF89a...", "GIF");
        assertNotSupported(BMP, "BMP");
        assertNotSupported("II*\0\b\0\0\0", "TIFF");
        assertNotSupported("MM\0*\0\0\0\b", "TIFF");
        assertNotSupported("II+\0\b\0\0\0", "TIFF");
        assertNotSupported("\u00FF\n\u00FA", "JPEG XL");
        assertNotSupported("\0\0\0\fJXL \r\n\u0087\n", "JPEG XL");
        assertNotSupported("\0\0\0\fjP  \r\n\u0087\n", "JPEG 2000");
        assertNotSupported("\u00FFO\u00FFQ\0/", "JPEG 2000");
    }

    @Test
    void whatOnlyLooksLikeOneIsNoPicture() {
        for (String text : new String[] {
            "BMW drives by, and no picture was taken",
            "\0\0\0\u0014ftypisom\0\0\0\0mp42",
            "ftypavif",
            "GIF",
            "MM",
            "....ftyp"
        }) {
            assertThat(refusal(text).fault()).as(text).isEqualTo(PICTURE_NOT_AN_IMAGE);
        }
    }

    @Test
    void aFileOfAnyLengthIsNamedOrNot() {
        byte[] avif = bytes("\u007F\u00FF\u00FF\u00FFftypmif1\0\0\0\0miafavif");
        for (int length = 1; length <= avif.length; length++) {
            assertThat(refusal(Arrays.copyOf(avif, length)).fault())
                    .isEqualTo(length < 12 ? PICTURE_NOT_AN_IMAGE : PICTURE_NOT_SUPPORTED);
        }
        assertThat(refusal(bytes("\u00FF\u00FF\u00FF\u00FFftypmif1\0\0\0\0miafavif"))
                        .detail())
                .startsWith("AVIF");
    }

    private static void assertNotSupported(String text, String name) {
        assertThat(refusal(text).fault()).as(name).isEqualTo(PICTURE_NOT_SUPPORTED);
        assertThat(refusal(text).detail()).isEqualTo(name + "; JPEG, PNG and WebP are decoded");
    }

    private static UnreadablePictureException refusal(String text) {
        return refusal(bytes(text));
    }

    private static UnreadablePictureException refusal(byte[] file) {
        return catchThrowableOfType(
                UnreadablePictureException.class, () -> PictureFile.of(file, PictureConfig.DEFAULT));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
