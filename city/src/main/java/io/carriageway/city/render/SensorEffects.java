package io.carriageway.city.render;

import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.SeededRandom;

/**
 * Adds the effects of light, weather and a cheap outdoor sensor to a drawn canvas: night and dusk, haze by distance,
 * rain and drops on the glass, a colour cast, and noise.
 */
public final class SensorEffects {
    private static final int NOISE_TABLE = 1 << 14;
    private static final int HAZE_TABLE = 256;
    private static final double NEAREST_HAZE_METRES = 4;

    private static final float[] NOISE = noise();

    private final double exposure;
    private final double contrast;
    private final double[] cast;

    /** A sensor with its own exposure, contrast and colour cast. */
    public SensorEffects(SeededRandom sensor) {
        this.exposure = sensor.uniform(0.9, 1.12);
        this.contrast = sensor.uniform(0.88, 1.12);
        this.cast = new double[] {sensor.uniform(0.95, 1.05), sensor.uniform(0.97, 1.03), sensor.uniform(0.95, 1.05)};
    }

    /** The picture's bytes, three a pixel in blue, green, red. */
    public byte[] apply(Canvas canvas, Conditions conditions, Glow glow, SeededRandom random) {
        double[][] gains = gains(conditions);
        double[] haze = hazeByInverseDepth(conditions.haze());
        float sigma = (float) (1.2 + 4.5 * conditions.grain() + 2.5 * (1 - conditions.daylight()));
        double fog = (150 + 50 * conditions.daylight()) * (0.35 + 0.65 * conditions.daylight());
        int[] light = glow.light();
        byte[] bytes = new byte[3 * Canvas.PIXELS];
        rainStreaks(light, conditions.rain(), random);
        int[] colours = Lens.through(canvas.colours, conditions.rain(), random);
        for (int row = 0; row < View.HEIGHT; row++) {
            int noiseAt = random.below(NOISE_TABLE);
            for (int pixel = row * View.WIDTH, end = pixel + View.WIDTH; pixel < end; pixel++) {
                int colour = colours[pixel];
                double clear = haze[hazeIndex(canvas.inverseDepths[pixel])];
                double veil = fog * (1 - clear) + sigma * NOISE[noiseAt++ & NOISE_TABLE - 1];
                int shine = light[pixel];
                for (int k = 0; k < 3; k++) {
                    int shift = 8 * k;
                    double value =
                            (colour >> shift & 255) * gains[k][0] * clear + veil + (shine >> shift & 255) + gains[k][1];
                    bytes[3 * pixel + k] = (byte) Colours.clamp(value);
                }
            }
        }
        return bytes;
    }

    /** Factor and offset for blue, green and red. */
    private double[][] gains(Conditions conditions) {
        double bright = exposure * (0.36 + 0.64 * conditions.daylight()) * (1 - 0.15 * conditions.rain());
        double night = 1 - conditions.daylight();
        double[] tint = {1 + 0.12 * night, 1, 1 - 0.1 * night};
        double[][] gains = new double[3][];
        for (int k = 0; k < 3; k++) {
            double gain = bright * tint[k] * cast[k] * contrast;
            gains[k] = new double[] {gain, (1 - contrast) * 110 * bright + 14 * conditions.rain()};
        }
        return gains;
    }

    /** The share of an object's own light that reaches the lens, by distance. */
    private static double[] hazeByInverseDepth(double haze) {
        double[] clear = new double[HAZE_TABLE + 1];
        for (int i = 0; i <= HAZE_TABLE; i++) {
            double metres = NEAREST_HAZE_METRES * HAZE_TABLE / (i + 0.5);
            clear[i] = StrictMath.exp(-haze * metres / 60);
        }
        return clear;
    }

    private static int hazeIndex(float inverseDepth) {
        return Math.min(HAZE_TABLE, (int) (inverseDepth * NEAREST_HAZE_METRES * HAZE_TABLE));
    }

    private static void rainStreaks(int[] light, double rain, SeededRandom random) {
        int streaks = rain > 0.05 ? (int) (60 + 260 * rain) : 0;
        double slant = random.uniform(-0.25, 0.25);
        for (int i = 0; i < streaks; i++) {
            double x = random.uniform(0, View.WIDTH);
            int top = random.below(View.HEIGHT);
            int length = 6 + random.below(20);
            int shine = ((int) random.uniform(12, 30 + 40 * rain)) * 0x010101;
            for (int row = top; row < Math.min(View.HEIGHT, top + length); row++, x += slant) {
                if (x >= 0 && x < View.WIDTH) {
                    light[row * View.WIDTH + (int) x] = shine;
                }
            }
        }
    }

    private static float[] noise() {
        SeededRandom random = SeededRandom.of(7);
        float[] noise = new float[NOISE_TABLE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.bell();
        }
        return noise;
    }
}
