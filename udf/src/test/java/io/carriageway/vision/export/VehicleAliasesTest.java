package io.carriageway.vision.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VehicleAliasesTest {

    @Test
    void caseAndPluralAndSynonymsAreKnownAndWhatIsInDoubtIsNot() {
        assertThat(VehicleAliases.of(List.of(
                        "car", "Cars", "Bus", "buses", "TRUCKS", "Motorbike", "lorries", "bike", "van", "person")))
                .isEqualTo(Map.of(
                        "Cars", "car",
                        "Bus", "bus",
                        "buses", "bus",
                        "TRUCKS", "truck",
                        "Motorbike", "motorcycle",
                        "lorries", "truck"));
    }
}
