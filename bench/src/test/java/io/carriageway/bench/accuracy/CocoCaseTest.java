package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.bench.accuracy.label.Box;
import io.carriageway.bench.accuracy.label.TrueVehicle;
import io.carriageway.vision.VehicleLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares with COCO's own evaluation of the same synthetic frames; make-case.py beside the case wrote both. */
class CocoCaseTest {

    @Test
    void averagePrecisionsAreThoseOfCocosOwnTools() throws IOException {
        JsonNode json;
        try (var file = getClass().getResourceAsStream("/coco/case.json")) {
            json = new ObjectMapper().readTree(file);
        }
        var labels = new ArrayList<VehicleLabel>();
        json.get("classes")
                .forEach(name -> labels.add(VehicleLabel.find(name.asText()).orElseThrow()));
        var frames = new ArrayList<JudgedFrame>();
        json.get("frames").forEach(frame -> frames.add(frame(frame, labels)));

        var expectations = json.get("expected");
        assertThat(frames).hasSize(40);
        assertThat(Precision.byClass(frames)).hasSize(5).allSatisfy(precision -> {
            var expected = expectations.get(precision.subject());
            assertThat(precision.ap50()).isCloseTo(expected.get("ap50").asDouble(), within(1e-9));
            assertThat(precision.ap50To95()).isCloseTo(expected.get("ap50_95").asDouble(), within(1e-9));
        });
    }

    /** A truth is class, x, y, width, height; a claim has its confidence behind the class. */
    private static JudgedFrame frame(JsonNode frame, List<VehicleLabel> labels) {
        var truth = new ArrayList<TrueVehicle>();
        frame.get("truth")
                .forEach(row -> truth.add(new TrueVehicle(labels.get(row.get(0).asInt()), box(row, 1))));
        var found = new ArrayList<FoundVehicle>();
        frame.get("found")
                .forEach(row -> found.add(new FoundVehicle(
                        labels.get(row.get(0).asInt()), row.get(1).asDouble(), box(row, 2))));
        return new JudgedFrame(Map.of(), truth, found);
    }

    private static Box box(JsonNode row, int first) {
        double x = row.get(first).asDouble();
        double y = row.get(first + 1).asDouble();
        return new Box(
                x, y, x + row.get(first + 2).asDouble(), y + row.get(first + 3).asDouble());
    }
}
