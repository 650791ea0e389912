package io.carriageway.bench.accuracy;

import io.carriageway.vision.Detector;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.Resample;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.onnx.OnnxDetectorFactory;
import io.carriageway.vision.picture.PictureConfig;
import java.io.IOException;
import java.util.Optional;

/** The measured model, and the model card with which the stream would run it. */
record ModelUnderTest(ModelSource source, ModelCard card) {

    /** Low threshold, because average precision also needs detections of low confidence. */
    private static final float LOWEST_CONFIDENCE = 0.01f;

    private static final double CONFIDENCE_STEPS = 10_000;

    /** A model with another card than the one beside it. */
    private record Recarded(ModelSource model, ModelCard card) implements ModelSource {

        private static final long serialVersionUID = 1L;

        @Override
        public String location() {
            return model.location();
        }

        @Override
        public byte[] bytes() throws IOException {
            return model.bytes();
        }
    }

    static ModelUnderTest at(String address, Optional<String> cardAddress) throws IOException {
        var source = ModelSource.at(address);
        return new ModelUnderTest(source, cardAddress.isPresent() ? cardAt(cardAddress.get()) : source.card());
    }

    /** The same model with another resampling of pictures. */
    ModelUnderTest with(Resample resample) {
        return new ModelUnderTest(source, card.withResample(resample));
    }

    /** The detector of the stream, but with a lower confidence threshold. */
    Detector openForWeakest() throws IOException {
        return open(card.withConfidenceThreshold(Math.min(LOWEST_CONFIDENCE, card.lowestConfidenceThreshold())));
    }

    Detector open(ModelCard asked) throws IOException {
        return OnnxDetectorFactory.of(new Recarded(source, asked), PictureConfig.DEFAULT)
                .open();
    }

    /**
     * The stream's threshold for confidences rounded to 0.0001, as detectors return them. Suppression never removes a
     * stronger box for a weaker one, so boxes at or above the threshold are those of the stream. The only exception is
     * a score at most 0.00005 below, which rounding lifts over the threshold.
     */
    double threshold(VehicleLabel label) {
        return Math.round(card.confidenceThreshold(label) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
    }

    /** A card is read as the card of a model with its name. */
    private static ModelCard cardAt(String address) throws IOException {
        if (!address.endsWith(".json")) {
            throw new ModelException("The model card " + address + " does not end in .json. Name the card's file.");
        }
        return ModelSource.at(address.substring(0, address.length() - ".json".length()) + ".onnx")
                .card();
    }
}
