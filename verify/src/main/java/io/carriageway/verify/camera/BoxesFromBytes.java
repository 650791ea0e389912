package io.carriageway.verify.camera;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.ImagePreprocessor;
import io.carriageway.vision.input.ModelInput;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.picture.PictureConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A detector without a model: it draws boxes at random, seeded with the picture's checksum, so that tests check only
 * the counting. Pictures are decoded first, so unreadable ones are rejected.
 */
record BoxesFromBytes() implements DetectorFactory {

    private static final int MOST_VEHICLES = 7;
    private static final ModelInput THUMBNAIL = new ModelInput(32, 32, ColourOrder.RGB, 1, Placement.TOP_LEFT, 0);

    @Override
    public String modelId() {
        return "boxes-from-bytes@000000000000";
    }

    @Override
    public Detector open() {
        return new Lot(modelId(), new ImagePreprocessor(THUMBNAIL, PictureConfig.DEFAULT));
    }

    private record Lot(String modelId, ImagePreprocessor preprocessor) implements Detector {

        @Override
        public PictureDetections detect(byte[] picture) throws UnreadablePictureException {
            var size = preprocessor.look(picture);
            var checksum = new CRC32();
            checksum.update(picture);
            var random = new Random(checksum.getValue());
            var vehicles = new ArrayList<DetectedVehicle>();
            for (int i = random.nextInt(MOST_VEHICLES + 1); i > 0; i--) {
                vehicles.add(vehicle(random, size.pictureWidth(), size.pictureHeight()));
            }
            return new PictureDetections(size.pictureWidth(), size.pictureHeight(), List.copyOf(vehicles));
        }

        private static DetectedVehicle vehicle(Random random, int width, int height) {
            var labels = VehicleLabel.values();
            float left = random.nextFloat() * width;
            float top = random.nextFloat() * height;
            return new DetectedVehicle(
                    labels[random.nextInt(labels.length)],
                    random.nextInt(10_001) / 10_000.0,
                    left,
                    top,
                    Math.min(width, left + random.nextFloat() * width / 2),
                    Math.min(height, top + random.nextFloat() * height / 2));
        }

        @Override
        public void close() {}
    }
}
