package io.carriageway.vision.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.vision.picture.Bitmap;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LetterboxTest {

    private static final int PAD = 114;

    @Test
    void aPictureOfTheCanvasSizeIsCopiedPlaneByPlaneInTheOrderAsked() {
        Bitmap bitmap = bitmap(2, 1, 10, 20, 30, 40, 50, 60);

        assertThat(filled(bitmap, input(2, 1, ColourOrder.BGR, 1f, Placement.CENTRE)))
                .containsExactly(10, 40, 20, 50, 30, 60);
        assertThat(filled(bitmap, input(2, 1, ColourOrder.RGB, 1f, Placement.CENTRE)))
                .containsExactly(30, 60, 20, 50, 10, 40);
    }

    @Test
    void valuesAndPaddingAreScaledAndBytesAreUnsigned() {
        float[] planes = filled(bitmap(1, 1, 255, 255, 255), input(1, 3, ColourOrder.RGB, 1f / 255, Placement.CENTRE));

        assertThat(planes)
                .containsExactly(new float[] {.447f, 1, .447f, .447f, 1, .447f, .447f, 1, .447f}, within(.001f));
    }

    @Test
    void aWidePictureLiesInTheMiddleOrAtTheTop() {
        Bitmap bitmap = bitmap(4, 2, new int[4 * 2 * 3]);

        assertThat(plane(filled(bitmap, input(4, 4, ColourOrder.BGR, 1f, Placement.CENTRE)), 0, 16))
                .containsExactly(PAD, PAD, PAD, PAD, 0, 0, 0, 0, 0, 0, 0, 0, PAD, PAD, PAD, PAD);
        assertThat(plane(filled(bitmap, input(4, 4, ColourOrder.BGR, 1f, Placement.TOP_LEFT)), 0, 16))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, PAD, PAD, PAD, PAD, PAD, PAD, PAD, PAD);
    }

    @Test
    void aTallPictureLiesInTheMiddleOrAtTheLeft() {
        Bitmap bitmap = bitmap(1, 3, new int[9]);

        assertThat(plane(filled(bitmap, input(3, 3, ColourOrder.BGR, 1f, Placement.CENTRE)), 2, 9))
                .containsExactly(PAD, 0, PAD, PAD, 0, PAD, PAD, 0, PAD);
        assertThat(plane(filled(bitmap, input(3, 3, ColourOrder.BGR, 1f, Placement.TOP_LEFT)), 2, 9))
                .containsExactly(0, PAD, PAD, 0, PAD, PAD, 0, PAD, PAD);
    }

    @Test
    void enlargingGoesLinearlyFromPixelCentreToPixelCentre() {
        Bitmap bitmap = bitmap(2, 2, 0, 0, 0, 100, 0, 0, 200, 0, 0, 100, 0, 0);

        float[] blue = plane(filled(bitmap, input(4, 4, ColourOrder.BGR, 1f, Placement.CENTRE)), 0, 16);

        assertThat(blue)
                .containsExactly(
                        0, 25, 75, 100, //
                        50, 62.5f, 87.5f, 100, //
                        150, 137.5f, 112.5f, 100, //
                        200, 175, 125, 100);
    }

    @Test
    void theNextPictureOfAnotherSizeLeavesNothingOfTheLastOne() {
        ModelInput input = input(4, 4, ColourOrder.BGR, 1f, Placement.TOP_LEFT);
        var letterbox = new Letterbox(input);
        FloatBuffer planes = FloatBuffer.allocate(48);
        Bitmap tall = bitmap(1, 2, new int[6]);

        letterbox.fill(bitmap(4, 2, new int[24]), planes);
        letterbox.fill(tall, planes);

        assertThat(planes.array()).isEqualTo(filled(tall, input));
    }

    @Test
    void aPictureAsThinAsAHairKeepsAPixel() {
        Fit fit = Fit.of(4_000, 1, input(32, 32, ColourOrder.BGR, 1f, Placement.CENTRE));

        assertThat(fit).isEqualTo(new Fit(4_000, 1, 32, 1, 0, 15));
    }

    @Test
    void theWayBackFromTheCanvasEndsAtThePicturesEdges() {
        Fit fit = Fit.of(640, 320, input(320, 256, ColourOrder.BGR, 1f, Placement.CENTRE));

        assertThat(fit).isEqualTo(new Fit(640, 320, 320, 160, 0, 48));
        assertThat(fit.pictureX(100)).isEqualTo(200);
        assertThat(fit.pictureY(48 + 100)).isEqualTo(200);
        assertThat(fit.pictureX(-1)).isZero();
        assertThat(fit.pictureX(321)).isEqualTo(640);
        assertThat(fit.pictureY(47)).isZero();
        assertThat(fit.pictureY(209)).isEqualTo(320);
    }

    private static ModelInput input(int width, int height, ColourOrder order, float scale, Placement placement) {
        return new ModelInput(width, height, order, scale, placement, PAD);
    }

    private static Bitmap bitmap(int width, int height, int... bgr) {
        byte[] rgb = new byte[bgr.length];
        for (int at = 0; at < bgr.length; at++) {
            rgb[at] = (byte) bgr[at / 3 * 3 + 2 - at % 3];
        }
        return Bitmap.ofColour(width, height, rgb);
    }

    private static float[] filled(Bitmap bitmap, ModelInput input) {
        FloatBuffer planes = FloatBuffer.allocate(3 * input.planeSize());
        new Letterbox(input).fill(bitmap, planes);
        return planes.array();
    }

    private static float[] plane(float[] planes, int number, int size) {
        return Arrays.copyOfRange(planes, number * size, (number + 1) * size);
    }
}
