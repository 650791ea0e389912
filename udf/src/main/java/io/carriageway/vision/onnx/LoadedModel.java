package io.carriageway.vision.onnx;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.translate.Translator;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.carriageway.vision.export.ModelInterface;
import io.carriageway.vision.export.UnsupportedExport;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelRefusedException;

/** A model loaded into ONNX Runtime, and its inputs, outputs and metadata. */
record LoadedModel(Model model, ModelInterface description, Device device) implements AutoCloseable {

    private static final String ENGINE = "OnnxRuntime";

    /** Loads a model. Refuses one that is not a detector of pictures, or not complete in its file. */
    static LoadedModel load(String location, byte[] bytes) throws ModelException {
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw cannotRun(
                    location,
                    "it is a zip archive and no ONNX, as PyTorch's .pt files are."
                            + " Export it: yolo export model=best.pt format=onnx");
        }
        if (ExternalWeights.in(bytes)) {
            throw cannotRun(
                    location,
                    "it leaves weights to another file (external data), which no checksum covers and no job carries."
                            + " Save it as one file: onnx.save(onnx.load(\"model.onnx\"), \"whole.onnx\") in Python,"
                            + " or export it with external_data=False");
        }
        // DJL sets up the environment of ONNX Runtime when its engine is first requested. Options created before would
        // set it up differently.
        Engine.getEngine(ENGINE);
        Model model = Model.newInstance(location, Device.cpu(), ENGINE);
        try (var options = sessionOptions()) {
            var session = OrtEnvironment.getEnvironment().createSession(bytes, options);
            model.setBlock(new OrtSymbolBlock(session, (OrtNDManager) model.getNDManager()));
            var description = SessionInterface.of(session);
            var unsupported = UnsupportedExport.in(description);
            if (unsupported.isPresent()) {
                throw cannotRun(location, unsupported.get());
            }
            return new LoadedModel(model, description, Device.cpu());
        } catch (OrtException | RuntimeException refused) {
            model.close();
            throw refusal(location, refused);
        } catch (ModelRefusedException unsupported) {
            model.close();
            throw unsupported;
        }
    }

    <I, O> Predictor<I, O> newPredictor(Translator<I, O> translator) {
        return model.newPredictor(translator, device);
    }

    @Override
    public void close() {
        model.close();
    }

    private static ModelException refusal(String location, Exception refused) {
        return RuntimeFault.ofFile(refused)
                .<ModelException>map(hint -> cannotRun(location, hint))
                .orElseGet(() -> new ModelException(
                        "ONNX Runtime refuses the model " + location + ": " + refused.getMessage(), refused));
    }

    private static ModelRefusedException cannotRun(String location, String why) {
        return new ModelRefusedException("The model " + location + " cannot run here: " + why + ".");
    }

    /**
     * One thread for each call: parallelism comes from the workers, and sums are added in a fixed order. Idle threads
     * do not spin.
     */
    private static OrtSession.SessionOptions sessionOptions() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
