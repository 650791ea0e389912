package io.carriageway.city.render;

import io.carriageway.city.world.SeededRandom;

/** Arithmetic on colours written 0xRRGGBB, and the colours of objects. */
final class Colours {
    static final int GLASS = 0x323C46;
    static final int TYRE = 0x161616;
    static final int HUB = 0x6E6E6E;
    static final int HEADLAMP = 0xF5F0E1;
    static final int TAIL_LAMP = 0xC81E28;
    static final int CHASSIS = 0x343232;

    private static final int[] CARS = {
        0xEBEBEB, 0x201E1E, 0x7D7A78, 0xB9B6B4, 0xA02828, 0x1E3C96, 0x3C6E3C, 0xBE7828, 0x463C3C, 0xAAC8C8, 0xAA5A1E,
        0x28286E
    };
    private static final int[] BUSES = {0xE6A028, 0xBE2828, 0x286EB4, 0x3C963C, 0xE6E6E6, 0xE6C81E, 0x824696};
    private static final int[] CARGO = {0xEBEBEB, 0xCDC8C8, 0x3C78A0, 0x963C3C, 0x5A825A, 0xC88C3C, 0x828282};
    private static final int[] CLOTHES = {0x323C46, 0x5A3C32, 0xB43C3C, 0x3C5AB4, 0xC8C83C, 0xDCDCDC, 0x3C7850, 0x787878
    };

    private Colours() {}

    static int car(SeededRandom random) {
        return jittered(CARS[random.below(CARS.length)], 16, random);
    }

    static int bus(SeededRandom random) {
        return jittered(BUSES[random.below(BUSES.length)], 16, random);
    }

    static int cargo(SeededRandom random) {
        return jittered(CARGO[random.below(CARGO.length)], 16, random);
    }

    static int clothes(SeededRandom random) {
        return jittered(CLOTHES[random.below(CLOTHES.length)], 20, random);
    }

    static int jittered(int colour, double spread, SeededRandom random) {
        return rgb(
                red(colour) + spread * random.bell(),
                green(colour) + spread * random.bell(),
                blue(colour) + spread * random.bell());
    }

    static int scaled(int colour, double factor) {
        return rgb(red(colour) * factor, green(colour) * factor, blue(colour) * factor);
    }

    static int mixed(int colour, int other, double share) {
        return rgb(
                red(colour) + (red(other) - red(colour)) * share,
                green(colour) + (green(other) - green(colour)) * share,
                blue(colour) + (blue(other) - blue(colour)) * share);
    }

    static int rgb(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    static int clamp(double value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) value;
    }

    static int red(int colour) {
        return colour >> 16 & 255;
    }

    static int green(int colour) {
        return colour >> 8 & 255;
    }

    static int blue(int colour) {
        return colour & 255;
    }
}
