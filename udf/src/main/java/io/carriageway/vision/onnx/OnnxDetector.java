package io.carriageway.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.carriageway.vision.Detector;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.input.AdmittedPicture;
import io.carriageway.vision.input.Fit;
import io.carriageway.vision.input.ImagePreprocessor;
import io.carriageway.vision.layout.OutputReader;
import io.carriageway.vision.layout.Reading;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.model.VehicleFinder;
import io.carriageway.vision.picture.PictureConfig;
import java.io.IOException;
import java.nio.FloatBuffer;

/** A detector with buffers of its own, on a model shared by all detectors of this JVM. */
final class OnnxDetector implements Detector {

    private final String modelId;
    private final SharedModel model;
    private final ImagePreprocessor preprocessor;
    private final Predictor<FloatBuffer, Reading> predictor;
    private final VehicleFinder finder;
    private boolean closed;

    private OnnxDetector(ModelCard card, PictureConfig limits, SharedModel model) {
        var reader = OutputReader.of(card);
        this.modelId = card.modelId();
        this.preprocessor = new ImagePreprocessor(card.input(), limits);
        this.finder = new VehicleFinder(card);
        this.model = model;
        this.predictor = model.newPredictor(new TensorTranslator<>(
                new InputTensor(model.description(), card.inputWidth(), card.inputHeight()), reader::read));
    }

    /** Opens a detector on a model that has passed its first looks in this process. */
    static OnnxDetector open(ModelSource source, ModelCard card, PictureConfig limits) throws IOException {
        var model = SharedModel.acquire(source, card);
        try {
            model.proveOnce(source.location(), card);
            return new OnnxDetector(card, limits, model);
        } catch (IOException | RuntimeException unusable) {
            model.close();
            throw unusable;
        }
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public PictureDetections detect(byte[] picture) throws UnreadablePictureException, InvalidAnswerException {
        return find(preprocessor.look(picture));
    }

    @Override
    public Look admit(byte[] picture) throws UnreadablePictureException, InterruptedException {
        AdmittedPicture admitted = preprocessor.admit(picture);
        return new Look() {
            @Override
            public PictureDetections detect() throws UnreadablePictureException, InvalidAnswerException {
                return find(admitted.look());
            }

            @Override
            public void close() {
                admitted.close();
            }
        };
    }

    private PictureDetections find(Fit fit) throws InvalidAnswerException {
        var reading = look();
        if (reading instanceof Reading.Invalid invalid) {
            throw new InvalidAnswerException(invalid.detail());
        }
        return finder.find(((Reading.Boxes) reading).candidates(), fit);
    }

    /** Runs the model. A failed run says nothing about the picture or the model: it is the machine's failure. */
    private Reading look() {
        try {
            return predictor.predict(preprocessor.tensor());
        } catch (TranslateException failed) {
            throw new IllegalStateException("Inference failed with model " + modelId, failed);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            predictor.close();
            model.close();
        }
    }
}
