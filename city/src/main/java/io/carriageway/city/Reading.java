package io.carriageway.city;

/** A number as an instrument gives it: to a fraction of its unit and no finer. */
final class Reading {

    private Reading() {}

    static double of(double value, double partsOfTheUnit) {
        return StrictMath.rint(value * partsOfTheUnit) / partsOfTheUnit;
    }
}
