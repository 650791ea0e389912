package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionOfInterestTest {

    private final RegionOfInterest whole = RegionOfInterest.wholePicture();
    private final RegionOfInterest rightHalf = RegionOfInterest.parse("POLYGON ((0.5 0, 1 0, 1 1, 0.5 1, 0.5 0))");

    @Test
    void aBoxOverAQuarterOfThePictureCoversAQuarter() {
        assertThat(whole.areaOccupancyPpm(List.of(box(0, 0, 320, 240)), 640, 480))
                .isEqualTo(250_000);
    }

    @Test
    void whereBoxesOverlapTheRoadIsCoveredOnce() {
        var boxes = List.of(box(0, 0, 320, 240), box(160, 0, 320, 240), box(0, 0, 320, 240));
        assertThat(whole.areaOccupancyPpm(boxes, 640, 480)).isEqualTo(250_000);
    }

    @Test
    void onlyTheRoadCounts() {
        assertThat(rightHalf.areaOccupancyPpm(List.of(box(0, 0, 320, 480)), 640, 480))
                .isZero();
        assertThat(rightHalf.areaOccupancyPpm(List.of(box(0, 0, 640, 240)), 640, 480))
                .isEqualTo(500_000);
    }

    @Test
    void areaOccupancyDoesNotDependOnTheResolution() {
        assertThat(whole.areaOccupancyPpm(List.of(box(0, 0, 960, 540)), 1920, 1080))
                .isEqualTo(250_000);
    }

    @Test
    void anEmptyRoadAndAnEmptyBoxCoverNothing() {
        assertThat(whole.areaOccupancyPpm(List.of(), 640, 480)).isZero();
        assertThat(whole.areaOccupancyPpm(List.of(box(100, 100, 100, 100)), 640, 480))
                .isZero();
        assertThat(whole.areaOccupancyPpm(List.of(box(640, 480, 640, 480)), 640, 480))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POLYGON ((0.0355 1, 0.2055 0, 0.5816 0, 1 0.5547, 1 1, 0.0355 1)); 30; 10",
                "POLYGON ((0 0.4415, 0.4655 0, 0.8386 0, 0.5806 1, 0 1, 0 0.4415)); 128; 16"
            })
    void aCentreOnASlantingEdgeIsRoadWhateverDoublesMakeOfIt(String wkt, int column, int row) {
        var cell = box(column, row, column + 1, row + 1);
        assertThat(RegionOfInterest.parse(wkt).areaOccupancyPpm(List.of(cell), 160, 120))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT (0 0)", "POLYGON ((100 100, 200 100, 200 200, 100 100))", "no geometry", ""})
    void whatIsNoMaskIsRefusedWithItsText(String wkt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionOfInterest.parse(wkt))
                .withMessageContaining("carriageway_polygon")
                .withMessageContaining(wkt);
    }

    private static Detection box(float xMin, float yMin, float xMax, float yMax) {
        return new Detection("car", 0.9, xMin, yMin, xMax, yMax);
    }
}
