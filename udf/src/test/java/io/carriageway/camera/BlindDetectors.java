package io.carriageway.camera;

import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.PictureDetections;
import java.util.List;

/**
 * Accepts every picture and detects nothing; at location none its answers are invalid. For tests of which model is
 * used.
 */
public record BlindDetectors(String modelId, String location) implements DetectorFactory {

    @Override
    public Detector open() {
        return new Detector() {
            @Override
            public String modelId() {
                return BlindDetectors.this.modelId();
            }

            @Override
            public PictureDetections detect(byte[] picture) throws InvalidAnswerException {
                if (location.equals("none")) {
                    throw new InvalidAnswerException("a score of NaN");
                }
                // as wide as the name is long, so that a result shows its model
                return new PictureDetections(modelId().length(), 1, List.of());
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
