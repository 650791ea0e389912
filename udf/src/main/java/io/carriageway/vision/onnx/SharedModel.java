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
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A model loaded once for all who use the same file on the same device in this JVM, and closed by the last of them.
 * Subtasks of one job meet in a JVM without knowing each other, and each copy costs its weights in memory: hence a
 * static map.
 */
final class SharedModel implements AutoCloseable {

    private static final String ENGINE = "OnnxRuntime";
    private static final Map<Key, SharedModel> LOADED = new HashMap<>();

    private record Key(String sha256, Device device) {}

    private final Key key;
    private final Model model;
    private final ModelInterface description;
    private final Set<ModelCard> proven = new HashSet<>();
    private int users;

    private SharedModel(Key key, Model model, ModelInterface description) {
        this.key = key;
        this.model = model;
        this.description = description;
    }

    /** Each call is answered by one {@link #close}. */
    static SharedModel acquire(ModelSource source, ModelCard card) throws IOException {
        var key = new Key(card.sha256(), Device.cpu());
        synchronized (LOADED) {
            SharedModel shared = LOADED.get(key);
            if (shared == null) {
                shared = load(source, card, key);
                LOADED.put(key, shared);
            }
            shared.users++;
            return shared;
        }
    }

    /** What the model says of itself. */
    ModelInterface description() {
        return description;
    }

    /** Looks at generated pictures by a card that no one has looked by before; others wait for the verdict. */
    void proveOnce(String location, ModelCard card) throws ModelException {
        synchronized (proven) {
            if (!proven.contains(card)) {
                new FirstLooks(location, card).prove(this);
                proven.add(card);
            }
        }
    }

    <I, O> Predictor<I, O> newPredictor(Translator<I, O> translator) {
        return model.newPredictor(translator, key.device());
    }

    @Override
    public void close() {
        synchronized (LOADED) {
            users--;
            if (users == 0) {
                LOADED.remove(key);
                model.close();
            }
        }
    }

    static int loadedModels() {
        synchronized (LOADED) {
            return LOADED.size();
        }
    }

    private static SharedModel load(ModelSource source, ModelCard card, Key key) throws IOException {
        byte[] bytes = source.bytes();
        String sha256 = DigestUtils.sha256Hex(bytes);
        if (!sha256.equals(card.sha256())) {
            throw new ModelException("The model " + source.location() + " has SHA-256 " + sha256 + ", its card says "
                    + card.sha256() + ": file and card do not belong together. Put a matching pair there.");
        }
        // DJL sets the environment of ONNX Runtime up when its engine is first asked for; options made before that
        // would do it differently.
        Engine.getEngine(ENGINE);
        Model model = Model.newInstance(card.name(), key.device(), ENGINE);
        try (var options = sessionOptions()) {
            var session = OrtEnvironment.getEnvironment().createSession(bytes, options);
            model.setBlock(new OrtSymbolBlock(session, (OrtNDManager) model.getNDManager()));
            var description = SessionInterface.of(session);
            var unsupported = UnsupportedExport.in(description);
            if (unsupported.isPresent()) {
                throw new ModelRefusedException(
                        "The model " + source.location() + " cannot run here: " + unsupported.get() + ".");
            }
            return new SharedModel(key, model, description);
        } catch (OrtException | RuntimeException refused) {
            model.close();
            throw refusal(source, refused);
        } catch (ModelRefusedException unsupported) {
            model.close();
            throw unsupported;
        }
    }

    private static ModelException refusal(ModelSource source, Exception refused) {
        return UnsupportedExport.inRefusal(refused.getMessage())
                .<ModelException>map(hint ->
                        new ModelRefusedException("The model " + source.location() + " cannot run here: " + hint + "."))
                .orElseGet(() -> new ModelException(
                        "ONNX Runtime refuses the model " + source.location() + ": " + refused.getMessage(), refused));
    }

    /** One thread a call: lanes are the parallelism, and sums are added in one order. Idle threads do not spin. */
    private static OrtSession.SessionOptions sessionOptions() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
