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
 * A detector without a model, for tests of topology: it reports as many cars as the picture's first byte says, that
 * many times, and cannot read an empty picture.
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
