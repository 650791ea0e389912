package io.carriageway.vision.model;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.input.Fit;
import java.util.List;

/** Converts the boxes that a model proposes on its canvas to the vehicles in the picture. */
public final class VehicleFinder {

    /**
     * Most vehicles in a picture: more than any camera can show. So a picture's detections fit into one record,
     * whatever a model proposes.
     */
    public static final int MOST_VEHICLES = 5_000;

    private final ModelCard card;
    private final NonMaxSuppression suppression;

    public VehicleFinder(ModelCard card) {
        this.card = card;
        this.suppression = new NonMaxSuppression(card.iouThreshold(), card.agnosticIouThreshold());
    }

    /**
     * The most confident vehicles, best first. Boxes below their threshold still suppress weaker ones: a likely
     * motorcycle that misses its threshold is not replaced by an unlikely bicycle at the same place.
     */
    public PictureDetections find(List<Candidate> candidates, Fit fit) {
        List<DetectedVehicle> vehicles = suppression.apply(candidates).stream()
                .filter(candidate -> candidate.score() >= card.confidenceThreshold(candidate.label()))
                .map(candidate -> vehicle(candidate, fit))
                .filter(vehicle -> vehicle.xMin() < vehicle.xMax() && vehicle.yMin() < vehicle.yMax())
                .limit(MOST_VEHICLES)
                .toList();
        return new PictureDetections(fit.pictureWidth(), fit.pictureHeight(), vehicles);
    }

    private static DetectedVehicle vehicle(Candidate candidate, Fit fit) {
        return new DetectedVehicle(
                candidate.label(),
                Math.round(candidate.score() * 10_000d) / 10_000d,
                fit.pictureX(candidate.xMin()),
                fit.pictureY(candidate.yMin()),
                fit.pictureX(candidate.xMax()),
                fit.pictureY(candidate.yMax()));
    }
}
