package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.TrueVehicle;
import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is in one frame beside what the model found there, and under which conditions it was taken. */
record JudgedFrame(Map<String, String> conditions, List<TrueVehicle> truth, List<FoundVehicle> found) {

    int countTrue(Predicate<VehicleLabel> wanted) {
        return (int) truth.stream().map(TrueVehicle::label).filter(wanted).count();
    }

    /** What the stream counts: everything that is at least as sure as its kind's threshold. */
    int countFound(Predicate<VehicleLabel> wanted, Thresholds thresholds) {
        return (int) found.stream()
                .filter(vehicle ->
                        vehicle.confidence() >= thresholds.of(vehicle.label()) && wanted.test(vehicle.label()))
                .count();
    }
}
