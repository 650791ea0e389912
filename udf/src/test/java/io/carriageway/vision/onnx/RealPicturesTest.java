package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.Detector;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.picture.PictureConfig;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RealPicturesTest {

    @Test
    void theDetectorSeesInRealStreetsWhatAnIndependentReadingOfTheModelSees() throws Exception {
        RealModel model = RealModel.orSkip();
        int vehicles = 0;
        try (Detector detector =
                        OnnxDetectorFactory.of(model, PictureConfig.DEFAULT).open();
                var reference = new ReferenceYolox(model.file())) {
            for (Path file : model.pictures()) {
                BufferedImage picture = ImageIO.read(file.toFile());
                PictureDetections seen = detector.detect(Files.readAllBytes(file));
                assertThat(seen.width()).isEqualTo(picture.getWidth());
                assertThat(seen.height()).isEqualTo(picture.getHeight());
                assertSame(file, seen.vehicles(), reference.look(picture));
                vehicles += seen.vehicles().size();
            }
        }
        assertThat(vehicles).as("vehicles in all pictures").isGreaterThan(100);
    }

    private static void assertSame(Path file, List<DetectedVehicle> seen, List<ReferenceYolox.Box> expected) {
        assertThat(seen).as("vehicles in %s", file).hasSameSizeAs(expected);
        List<ReferenceYolox.Box> left = new ArrayList<>(expected);
        for (DetectedVehicle vehicle : seen) {
            ReferenceYolox.Box twin = left.stream()
                    .filter(box -> box.label().equals(vehicle.label().text()) && distance(vehicle, box) <= 1)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(vehicle + " in " + file + " is not in " + expected));
            assertThat(vehicle.confidence()).isCloseTo(twin.score(), within(0.01));
            left.remove(twin);
        }
    }

    /** The largest difference of any side, in pixels of the picture. */
    private static double distance(DetectedVehicle vehicle, ReferenceYolox.Box box) {
        double[] sides = {vehicle.xMin(), vehicle.yMin(), vehicle.xMax(), vehicle.yMax()};
        double distance = 0;
        for (int side = 0; side < 4; side++) {
            distance = Math.max(distance, Math.abs(sides[side] - box.corners()[side]));
        }
        return distance;
    }
}
