package io.carriageway.weather;

/**
 * Computes humidex and heat index by their published formulas, in thousandths of a degree; null where a formula does
 * not apply.
 *
 * <p>Results are the same on every machine: arithmetic is IEEE 754, functions are those of StrictMath, and the result
 * is rounded once. A value within {@link #TIE} of a boundary counts as on it. That is a thousand times the difference
 * that another order of operations or another maths library can make. So a tie on paper, as means of round readings
 * have, is a tie everywhere.
 */
final class FeltTemperature {

    private static final double TIE = 1e-9;

    private static final double ZERO_C_IN_KELVIN = 273.15;
    private static final double HUMIDEX_FROM_C = 20;
    private static final double HUMIDEX_LEAST_ABOVE_AIR_C = 1;
    private static final double HEAT_INDEX_FROM_F = 80;
    private static final double HEAT_INDEX_TO_C = 50;

    private FeltTemperature() {}

    /**
     * Humidex: J. M. Masterton and F. A. Richardson, "Humidex: a method of quantifying human discomfort due to
     * excessive heat and humidity", Atmospheric Environment Service, Environment Canada, CLI 1-79, 1979. Null, as in
     * Environment Canada's climate data, below 20 C and where it is not at least 1 above the air temperature.
     */
    static Integer humidexMilli(double temperatureC, double humidityPct) {
        if (humidityPct <= 0) {
            return null; // air without water has no dew point, and is below every bound
        }
        double dewPointK = ZERO_C_IN_KELVIN + dewPointC(temperatureC, humidityPct);
        double vapourPressureHpa = 6.11 * StrictMath.exp(5417.7530 * (1 / ZERO_C_IN_KELVIN - 1 / dewPointK));
        double aboveAirC = 0.5555 * (vapourPressureHpa - 10);
        boolean valid = atLeast(temperatureC, HUMIDEX_FROM_C) && atLeast(aboveAirC, HUMIDEX_LEAST_ABOVE_AIR_C);
        return valid ? milli(temperatureC + aboveAirC) : null;
    }

    /** Dew point by the Magnus formula over water: WMO-No. 8, Guide to Instruments and Methods of Observation, 4.B. */
    private static double dewPointC(double temperatureC, double humidityPct) {
        double gamma = StrictMath.log(humidityPct / 100) + 17.62 * temperatureC / (243.12 + temperatureC);
        return 243.12 * gamma / (17.62 - gamma);
    }

    /**
     * Heat index of the US National Weather Service: L. P. Rothfusz, "The heat index equation", SR 90-23, 1990, with
     * the adjustments of the Weather Prediction Center (wpc.ncep.noaa.gov/html/heatindex_equation.shtml). Null below 80
     * F, where the Center's own test prefers a simpler formula because the heat index is below about 80 F, and above 50
     * C, where the table ends that the regression was fitted to (R. G. Steadman, "The assessment of sultriness", part
     * I, Journal of Applied Meteorology 18, 1979).
     */
    static Integer heatIndexMilliC(double temperatureC, double humidityPct) {
        double t = temperatureC * 9 / 5 + 32;
        double simple = 0.5 * (t + 61 + (t - 68) * 1.2 + humidityPct * 0.094);
        boolean valid = atLeast(t, HEAT_INDEX_FROM_F)
                && atLeast((simple + t) / 2, HEAT_INDEX_FROM_F)
                && atLeast(HEAT_INDEX_TO_C, temperatureC);
        return valid ? milli((regressionF(t, humidityPct) + adjustmentF(t, humidityPct) - 32) * 5 / 9) : null;
    }

    private static double regressionF(double t, double rh) {
        return -42.379
                + 2.04901523 * t
                + 10.14333127 * rh
                - 0.22475541 * t * rh
                - 0.00683783 * t * t
                - 0.05481717 * rh * rh
                + 0.00122874 * t * t * rh
                + 0.00085282 * t * rh * rh
                - 0.00000199 * t * t * rh * rh;
    }

    /**
     * Adjustment in degrees Fahrenheit: negative in very dry air, positive in very humid air, zero at the bounds of
     * humidity.
     */
    private static double adjustmentF(double t, double rh) {
        if (rh < 13 && t <= 112) {
            return -(13 - rh) / 4 * StrictMath.sqrt((17 - StrictMath.abs(t - 95)) / 17);
        }
        return rh > 85 && t <= 87 ? (rh - 85) / 10 * ((87 - t) / 5) : 0;
    }

    private static boolean atLeast(double value, double bound) {
        return value >= bound - TIE;
    }

    /** The value in thousandths, rounded half up. */
    private static int milli(double degrees) {
        return (int) StrictMath.floor((degrees + TIE) * 1_000 + 0.5);
    }
}
