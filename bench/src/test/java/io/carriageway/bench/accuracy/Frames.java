package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.Box;
import io.carriageway.bench.accuracy.label.TrueVehicle;
import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Map;

/** Frames made by hand: boxes of 10 by 10, identified by their left edge. */
final class Frames {

    private static final double SIDE = 10;

    private Frames() {}

    static JudgedFrame frame(List<TrueVehicle> truth, FoundVehicle... found) {
        return new JudgedFrame(Map.of(), truth, List.of(found));
    }

    static TrueVehicle is(VehicleLabel label, double xMin) {
        return new TrueVehicle(label, box(xMin));
    }

    static FoundVehicle found(VehicleLabel label, double confidence, double xMin) {
        return new FoundVehicle(label, confidence, box(xMin));
    }

    private static Box box(double xMin) {
        return new Box(xMin, 0, xMin + SIDE, SIDE);
    }
}
