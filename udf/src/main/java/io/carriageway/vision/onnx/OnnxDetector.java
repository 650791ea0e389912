package io.carriageway.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.carriageway.vision.Detector;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.model.VehicleFinder;
import io.carriageway.vision.picture.AdmittedPicture;
import io.carriageway.vision.picture.Fit;
import io.carriageway.vision.picture.PictureEye;
import io.carriageway.vision.picture.PictureLimits;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;

/** A detector with its own buffers on a model that it shares with the others of this JVM. */
final class OnnxDetector implements Detector {

    private final String modelId;
    private final SharedModel model;
    private final PictureEye eye;
    private final Predictor<FloatBuffer, List<Candidate>> predictor;
    private final VehicleFinder finder;
    private boolean closed;

    /** The model comes last: what fails before it has nothing to give back. */
    private OnnxDetector(ModelSource source, ModelCard card, PictureLimits limits) throws IOException {
        var translator = new TensorTranslator(
                card.inputWidth(), card.inputHeight(), card.layout().reader(card));
        this.modelId = card.modelId();
        this.eye = new PictureEye(card.input(), limits);
        this.finder = new VehicleFinder(card);
        this.model = SharedModel.acquire(source, card);
        this.predictor = model.newPredictor(translator);
    }

    static OnnxDetector open(ModelSource source, ModelCard card, PictureLimits limits) throws IOException {
        var detector = new OnnxDetector(source, card, limits);
        try {
            // A first look at nothing: a card that does not fit its model is found here and not by the first frame.
            detector.predict();
            return detector;
        } catch (TranslateException | RuntimeException mismatch) {
            detector.close();
            Throwable cause = mismatch.getCause() == null ? mismatch : mismatch.getCause();
            throw new ModelException(
                    "The model " + source.location() + " does not work as its card says: " + cause.getMessage(),
                    mismatch);
        }
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public PictureDetections detect(byte[] picture) throws UnreadablePictureException {
        return find(eye.look(picture));
    }

    @Override
    public Look admit(byte[] picture) throws UnreadablePictureException, InterruptedException {
        AdmittedPicture admitted = eye.admit(picture);
        return new Look() {
            @Override
            public PictureDetections detect() throws UnreadablePictureException {
                return find(admitted.look());
            }

            @Override
            public void close() {
                admitted.close();
            }
        };
    }

    private PictureDetections find(Fit fit) {
        try {
            return finder.find(predict(), fit);
        } catch (TranslateException failed) {
            throw new IllegalStateException("Inference failed with model " + modelId, failed);
        }
    }

    private List<Candidate> predict() throws TranslateException {
        return predictor.predict(eye.tensor());
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
