package io.carriageway.sandbox.demo.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.sandbox.demo.Frames;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final City CITY =
            City.of(CityConfig.defaults().withCameras(3).withVehicles(150));

    private final Truth truth = new Truth(CITY);

    @Test
    void everyFrameGetsItsOwnTruth() {
        var different = new HashSet<Integer>();
        for (var index = 0; index < 12; index++) {
            var frame = CITY.frame(index);
            assertThat(truth.vehiclesIn(Frames.of(frame.frame(), 0)))
                    .as("frame %d", index)
                    .isEqualTo(frame.truth().size());
            different.add(frame.truth().size());
        }
        assertThat(different).as("a truth that tells frames apart").hasSizeGreaterThan(1);
    }

    @Test
    void aFrameOfAnotherCityIsRefused() {
        var other = City.of(CITY.options().withFirst(CITY.options().first().plus(Duration.ofMinutes(1))));
        var frame = Frames.of(other.frame(4).frame(), 0);

        assertThatThrownBy(() -> truth.vehiclesIn(frame)).hasMessageContaining("was not taken at");
    }

    @Test
    void aCameraOrAFrameIdThatTheCityDoesNotHaveIsRefused() {
        var first = CITY.options().first();

        assertThatThrownBy(() -> truth.vehiclesIn(Frames.frame("cam-9-000000", "cam-9", first, 0, 0, 0)))
                .hasMessage("frame cam-9-000000 is not of this city");
        assertThatThrownBy(() -> truth.vehiclesIn(Frames.frame("f-1", "cam-01", first, 0, 0, 0)))
                .hasMessage("frame f-1 is not of this city");
    }
}
