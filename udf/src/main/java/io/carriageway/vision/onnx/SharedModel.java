package io.carriageway.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.Translator;
import io.carriageway.vision.export.ModelInterface;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A model that is loaded once for all users of the same file in this JVM, and closed by the last one. Subtasks of a job
 * in one JVM do not know each other, and each copy would need memory for the weights: hence a static map.
 */
final class SharedModel implements AutoCloseable {

    private static final Map<String, SharedModel> LOADED = new HashMap<>();

    private final String sha256;
    private final LoadedModel model;
    private final Map<ModelCard, Boolean> proven = new HashMap<>();
    private int users;

    private SharedModel(String sha256, LoadedModel model) {
        this.sha256 = sha256;
        this.model = model;
    }

    /** Loads the model or shares it. Each call needs one {@link #close}. */
    static SharedModel acquire(ModelSource source, ModelCard card) throws IOException {
        synchronized (LOADED) {
            SharedModel shared = LOADED.get(card.sha256());
            if (shared == null) {
                shared = new SharedModel(card.sha256(), load(source, card));
                LOADED.put(card.sha256(), shared);
            }
            shared.users++;
            return shared;
        }
    }

    /** The model's inputs, outputs and metadata. */
    ModelInterface description() {
        return model.description();
    }

    /**
     * Runs the first looks once for each card; other callers wait for the result.
     *
     * @return whether the model found boxes on them
     */
    boolean proveOnce(String location, ModelCard card) throws ModelException {
        synchronized (proven) {
            if (!proven.containsKey(card)) {
                proven.put(card, new FirstLooks(location, card).prove(this));
            }
            return proven.get(card);
        }
    }

    <I, O> Predictor<I, O> newPredictor(Translator<I, O> translator) {
        return model.newPredictor(translator);
    }

    @Override
    public void close() {
        synchronized (LOADED) {
            users--;
            if (users == 0) {
                LOADED.remove(sha256);
                model.close();
            }
        }
    }

    static int loadedModels() {
        synchronized (LOADED) {
            return LOADED.size();
        }
    }

    private static LoadedModel load(ModelSource source, ModelCard card) throws IOException {
        byte[] bytes = source.bytes();
        String sha256 = DigestUtils.sha256Hex(bytes);
        if (!sha256.equals(card.sha256())) {
            bytes = readAgain(source, card, sha256);
        }
        return LoadedModel.load(source.location(), bytes);
    }

    /**
     * Reads a file again that does not match the card. If it is unchanged, it is another file for good: the card was
     * read when the job was submitted, and a restart does not change it. Otherwise it was cut short or is being
     * written.
     */
    private static byte[] readAgain(ModelSource source, ModelCard card, String firstSha256) throws IOException {
        byte[] bytes = source.bytes();
        String sha256 = DigestUtils.sha256Hex(bytes);
        if (sha256.equals(card.sha256())) {
            return bytes;
        }
        String found = "The model " + source.location() + " has SHA-256 " + sha256 + ", its card says " + card.sha256();
        if (sha256.equals(firstSha256)) {
            throw new ModelRefusedException(found + ": file and card do not belong together. Put a matching pair there"
                    + " and start the job again. No restart helps: the file was read twice with the same result.");
        }
        throw new ModelException(found + ", and a moment before it had " + firstSha256
                + ": the file is being written, or its download is cut short. A restart reads it again.");
    }
}
