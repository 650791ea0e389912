package io.carriageway.vision.onnx;

import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.picture.PictureConfig;
import java.io.IOException;

/**
 * Opens detectors on ONNX Runtime. The card is read when the factory is created, so a wrong card is found before the
 * job is submitted.
 */
public final class OnnxDetectorFactory implements DetectorFactory {

    private static final long serialVersionUID = 1L;

    private final ModelSource source;
    private final ModelCard card;
    private final PictureConfig limits;

    private OnnxDetectorFactory(ModelSource source, ModelCard card, PictureConfig limits) {
        this.source = source;
        this.card = card;
        this.limits = limits;
    }

    public static OnnxDetectorFactory of(ModelSource source, PictureConfig limits) throws IOException {
        return new OnnxDetectorFactory(source, source.card(), limits);
    }

    @Override
    public String modelId() {
        return card.modelId();
    }

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public Detector open() throws IOException {
        requireRuntime("ai.djl.Model", "ai.djl.onnxruntime.engine.OrtEngineProvider", "ai.onnxruntime.OrtEnvironment");
        return OnnxDetector.open(source, card, limits);
    }

    /**
     * Checks that the native libraries are installed. They are not in the job's jar, because each restart of a job
     * would load them again.
     */
    private static void requireRuntime(String... classNames) throws ModelException {
        for (String name : classNames) {
            try {
                Class.forName(name, false, OnnxDetectorFactory.class.getClassLoader());
            } catch (ClassNotFoundException missing) {
                throw new ModelException(
                        "Class " + name + " is missing: put DJL (onnxruntime-engine and api, with what they depend on)"
                                + " and onnxruntime into Flink's lib/ on every node and restart it.",
                        missing);
            }
        }
    }
}
