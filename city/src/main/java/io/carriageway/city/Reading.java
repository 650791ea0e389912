package io.carriageway.city;

/** Rounds a number to the resolution of an instrument. */
final class Reading {

    private Reading() {}

    static double of(double value, double partsOfTheUnit) {
        return StrictMath.rint(value * partsOfTheUnit) / partsOfTheUnit;
    }
}
