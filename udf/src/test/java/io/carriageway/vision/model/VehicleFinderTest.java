package io.carriageway.vision.model;

import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.input.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VehicleFinderTest {

    /** A picture of 640 x 320 in the middle of a canvas of 320 x 256. */
    private static final Fit FIT = new Fit(640, 320, 320, 160, 0, 48);

    private final VehicleFinder finder = new VehicleFinder(card());

    private static ModelCard card() {
        try {
            return ModelSource.at("classpath:models/yolox_nano.onnx").card();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ModelCard card(Map<String, Float> thresholdByLabel, float agnosticIouThreshold) {
        ModelCard card = card();
        return new ModelCard(
                card.name(),
                card.layout(),
                card.inputWidth(),
                card.inputHeight(),
                card.colourOrder(),
                card.scale(),
                card.letterbox(),
                card.pad(),
                card.resample(),
                card.classes(),
                card.aliases(),
                card.confidenceThreshold(),
                thresholdByLabel,
                card.iouThreshold(),
                agnosticIouThreshold,
                card.sha256());
    }

    @Test
    void boxesAreGivenInThePicturesOwnPixelsAndEndAtItsEdges() {
        PictureDetections seen = finder.find(List.of(new Candidate(CAR, 0.5f, -5, 40, 100, 98)), FIT);

        assertThat(seen)
                .isEqualTo(new PictureDetections(640, 320, List.of(new DetectedVehicle(CAR, 0.5, 0, 0, 200, 100))));
    }

    @Test
    void whatLiesInThePaddingAltogetherIsNoVehicle() {
        assertThat(finder.find(List.of(new Candidate(CAR, 0.5f, 10, 5, 50, 47)), FIT)
                        .vehicles())
                .isEmpty();
    }

    @Test
    void aVehicleBelowTheThresholdOfItsKindIsNotCountedAndYetHidesAWeakerOne() {
        var weakBus = new Candidate(BUS, 0.44f, 10, 60, 50, 90);
        var weakerCarInItsPlace = new Candidate(CAR, 0.43f, 10, 60, 50, 90);
        var carElsewhere = new Candidate(CAR, 0.42f, 100, 60, 150, 90);
        var strict = new VehicleFinder(card(Map.of("bus", 0.45f), 0.7f));

        assertThat(strict.find(List.of(weakBus, weakerCarInItsPlace, carElsewhere), FIT)
                        .vehicles())
                .extracting(DetectedVehicle::confidence)
                .containsExactly(0.42);
    }

    /** So that the detections of a frame fit into a record, whatever a model proposes. */
    @Test
    void theMostConfidentAreKeptWhereAModelProposesMoreThanAnyCameraShows() {
        var proposed = new ArrayList<Candidate>();
        for (int i = 0; i < VehicleFinder.MOST_VEHICLES + 100; i++) {
            float x = 10 + i / 100f;
            proposed.add(new Candidate(CAR, 0.5f + i / 100_000f, x, 60, x + 0.005f, 90));
        }
        var found = finder.find(proposed, FIT).vehicles();
        assertThat(found).hasSize(VehicleFinder.MOST_VEHICLES);
        assertThat(found.get(0).confidence()).isEqualTo(0.551);
        assertThat(found.get(found.size() - 1).confidence()).isEqualTo(0.501);
    }

    @Test
    void confidencesAreRoundedToFourDigits() {
        assertThat(finder.find(List.of(new Candidate(CAR, 0.87654f, 10, 60, 50, 90)), FIT)
                        .vehicles())
                .extracting(DetectedVehicle::confidence)
                .containsExactly(0.8765);
    }

    @Test
    void vehiclesComeByFallingConfidenceAndEqualsByLabelAndPlace() {
        var right = new Candidate(CAR, 0.5f, 200, 60, 220, 70);
        var left = new Candidate(CAR, 0.50001f, 100, 60, 120, 70);
        var bus = new Candidate(BUS, 0.50002f, 50, 100, 70, 110);
        var best = new Candidate(BUS, 0.9f, 250, 60, 270, 70);

        List<DetectedVehicle> vehicles =
                finder.find(List.of(right, bus, left, best), FIT).vehicles();

        assertThat(vehicles).extracting(DetectedVehicle::xMin).containsExactly(500f, 200f, 400f, 100f);
    }
}
