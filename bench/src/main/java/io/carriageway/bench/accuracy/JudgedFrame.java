package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.TrueVehicle;
import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The true and the found vehicles of one frame, and the conditions under which it was taken. */
record JudgedFrame(Map<String, String> conditions, List<TrueVehicle> truth, List<FoundVehicle> found) {

    int countTrue(Predicate<VehicleLabel> wanted) {
        return (int) truth.stream().map(TrueVehicle::label).filter(wanted).count();
    }

    /** The vehicles that the stream counts: those with at least the confidence threshold of their kind. */
    int countFound(Predicate<VehicleLabel> wanted, Thresholds thresholds) {
        return (int) found.stream()
                .filter(vehicle ->
                        vehicle.confidence() >= thresholds.of(vehicle.label()) && wanted.test(vehicle.label()))
                .count();
    }
}
