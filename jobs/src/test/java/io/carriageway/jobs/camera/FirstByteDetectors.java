package io.carriageway.jobs.camera;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.VehicleLabel;
import java.util.stream.IntStream;

/**
 * Sees as many cars as the picture's first byte says, so many times; cannot read an empty picture. No model: for tests
 * of topology.
 */
record FirstByteDetectors(int times) implements DetectorFactory {

    @Override
    public String modelId() {
        return "first-byte-x%d@000000000000".formatted(times);
    }

    @Override
    public Detector open() {
        return new Detector() {
            @Override
            public String modelId() {
                return FirstByteDetectors.this.modelId();
            }

            @Override
            public PictureDetections detect(byte[] picture) throws UnreadablePictureException {
                if (picture.length == 0) {
                    throw new UnreadablePictureException(PictureFault.PICTURE_EMPTY, "0 bytes");
                }
                return new PictureDetections(
                        100,
                        100,
                        IntStream.range(0, picture[0] * times)
                                .mapToObj(i -> new DetectedVehicle(VehicleLabel.CAR, 0.9, 10f * i, 0, 10f * i + 10, 50))
                                .toList());
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
