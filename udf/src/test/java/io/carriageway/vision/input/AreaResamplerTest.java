package io.carriageway.vision.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.vision.picture.Bitmap;
import io.carriageway.vision.picture.Orientation;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaResamplerTest {

    private static final int PAD = 114;

    private static final float[] OPEN_CV = {85.85715f, 122.85715f, 142.7143f, 124.71429f, 130.28572f, 83.571434f};

    /** OpenCV 5.0: cv2.resize(picture as float32, (3, 2), interpolation=cv2.INTER_AREA). */
    @Test
    void shrinkingGivesWhatOpenCvGives() {
        int[] grey = {
            10, 200, 30, 40, 250, 60, 70, //
            80, 90, 0, 110, 255, 130, 140, //
            5, 160, 170, 180, 190, 255, 210, //
            220, 230, 240, 250, 0, 10, 20, //
            30, 40, 50, 60, 70, 80, 90
        };

        float[] plane = green(filled(grey(7, 5, grey), input(3, 3, 1f, Resample.AREA)), 3, 3);

        assertThat(Arrays.copyOf(plane, 6)).containsExactly(OPEN_CV, within(1e-3f));
        assertThat(Arrays.copyOfRange(plane, 6, 9)).containsOnly(PAD);
    }

    /** Each pixel of the picture counts, whatever its place: the total of all pixels is kept. */
    @Test
    void noPixelIsPassedOver() {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            int width = 33 + random.nextInt(200);
            int height = 1 + random.nextInt(200);
            int[] grey = new int[width * height];
            int at = random.nextInt(grey.length);
            grey[at] = 255;
            ModelInput input = input(32, 32, 1f, Resample.AREA);
            Fit fit = Fit.of(width, height, input);

            float[] planes = filled(grey(width, height, grey), input);

            double sum = 0;
            for (int y = 0; y < fit.height(); y++) {
                for (int x = 0; x < fit.width(); x++) {
                    sum += planes[y * 32 + x];
                }
            }
            assertThat(sum * width * height / fit.width() / fit.height())
                    .as("%d of %d x %d", at, width, height)
                    .isCloseTo(255, within(0.01));
        }
    }

    @Test
    void everyPixelIsTheMeanOfWhatItCovers() {
        var random = new Random(2);
        for (int round = 0; round < 60; round++) {
            Bitmap bitmap = noise(random, 33 + random.nextInt(150), 1 + random.nextInt(150));
            ModelInput input = input(32, 32, 1f / 255, Resample.AREA);
            Fit fit = Fit.of(bitmap.width, bitmap.height, input);

            float[] planes = filled(bitmap, input);

            for (int y = 0; y < fit.height(); y++) {
                for (int x = 0; x < fit.width(); x++) {
                    assertThat(planes[y * 32 + x] * 255f)
                            .as("%d,%d of %s", x, y, fit)
                            .isCloseTo((float) meanRed(bitmap, fit, x, y), within(1e-3f));
                }
            }
        }
    }

    @Test
    void aPictureThatIsTurnedIsAveragedAsIfItWereStoredUpright() {
        Bitmap upright = noise(new Random(3), 100, 70);
        ModelInput input = input(64, 64, 1f, Resample.AREA);
        for (Orientation orientation : Orientation.values()) {
            Bitmap turned = stored(upright, orientation);
            assertThat(filled(turned, input)).as("%s", orientation).isEqualTo(filled(upright, input));
        }
    }

    @Test
    void enlargingIsBilinear() {
        var random = new Random(4);
        for (int[] size : new int[][] {{32, 32}, {20, 31}, {1, 1}, {3, 32}, {32, 17}}) {
            Bitmap bitmap = noise(random, size[0], size[1]);
            assertThat(filled(bitmap, input(32, 32, 1f, Resample.AREA)))
                    .isEqualTo(filled(bitmap, input(32, 32, 1f, Resample.BILINEAR)));
        }
    }

    @Test
    void picturesInTurnDoNotTouchEachOther() {
        var random = new Random(5);
        ModelInput input = input(32, 32, 1f, Resample.AREA);
        var letterbox = new Letterbox(input);
        FloatBuffer planes = FloatBuffer.allocate(3 * 32 * 32);
        for (int[] size : new int[][] {{100, 1}, {100, 1}, {90, 80}, {90, 80}, {20, 20}, {1, 64}}) {
            Bitmap bitmap = noise(random, size[0], size[1]);
            letterbox.fill(bitmap, planes);
            assertThat(planes.array()).isEqualTo(filled(bitmap, input));
        }
    }

    /** The mean over the area in the picture, in double arithmetic and pixel by pixel. */
    private static double meanRed(Bitmap bitmap, Fit fit, int x, int y) {
        double left = (double) x * bitmap.width / fit.width();
        double right = (x + 1.0) * bitmap.width / fit.width();
        double top = (double) y * bitmap.height / fit.height();
        double bottom = (y + 1.0) * bitmap.height / fit.height();
        double sum = 0;
        for (int row = 0; row < bitmap.height; row++) {
            double across = Math.min(bottom, row + 1) - Math.max(top, row);
            for (int column = 0; across > 0 && column < bitmap.width; column++) {
                double share = across * Math.max(0, Math.min(right, column + 1) - Math.max(left, column));
                sum += share * (bitmap.samples[3 * (row * bitmap.width + column)] & 255);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** A picture that is stored in another orientation, and is upright as the one given. */
    private static Bitmap stored(Bitmap upright, Orientation orientation) {
        int width = orientation.swapped ? upright.height : upright.width;
        int height = orientation.swapped ? upright.width : upright.height;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < upright.height; y++) {
            for (int x = 0; x < upright.width; x++) {
                int column = orientation.swapped ? y : x;
                int row = orientation.swapped ? x : y;
                int at = 3 * (y * upright.width + x);
                image.setRGB(
                        orientation.mirroredX ? width - 1 - column : column,
                        orientation.mirroredY ? height - 1 - row : row,
                        (upright.samples[at] & 255) << 16
                                | (upright.samples[at + 1] & 255) << 8
                                | upright.samples[at + 2] & 255);
            }
        }
        return Bitmap.of(image, orientation);
    }

    private static Bitmap noise(Random random, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        random.nextBytes(rgb);
        return Bitmap.ofColour(width, height, rgb);
    }

    private static Bitmap grey(int width, int height, int... grey) {
        byte[] rgb = new byte[3 * grey.length];
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] = (byte) grey[at / 3];
        }
        return Bitmap.ofColour(width, height, rgb);
    }

    private static ModelInput input(int width, int height, float scale, Resample resample) {
        return new ModelInput(width, height, ColourOrder.RGB, scale, Placement.TOP_LEFT, PAD, resample);
    }

    private static float[] filled(Bitmap bitmap, ModelInput input) {
        FloatBuffer planes = FloatBuffer.allocate(3 * input.planeSize());
        new Letterbox(input).fill(bitmap, planes);
        return planes.array();
    }

    private static float[] green(float[] planes, int width, int height) {
        return Arrays.copyOfRange(planes, width * height, 2 * width * height);
    }
}
