package io.carriageway.vision.model;

import java.io.IOException;
import java.io.InputStream;

/** A model that is read from its address. Its card has the same name with .json instead of .onnx. */
record StoredModel(String location, ModelOpener opener) implements ModelSource {

    private static final String SUFFIX = ".onnx";

    @Override
    public ModelCard card() throws IOException {
        if (!location.endsWith(SUFFIX)) {
            throw new ModelException("The model " + location + " does not end in " + SUFFIX
                    + ". Name the .onnx file; its card is the .json file beside it.");
        }
        String card = location.substring(0, location.length() - SUFFIX.length()) + ".json";
        return ModelCardFile.parse(read(card, "model card"), card);
    }

    @Override
    public byte[] bytes() throws IOException {
        return read(location, "model");
    }

    private byte[] read(String from, String what) throws IOException {
        try (InputStream stream = opener.open(from)) {
            return stream.readAllBytes();
        } catch (IOException unread) {
            throw new ModelException("Cannot read the " + what + " " + from + ": " + unread.getMessage(), unread);
        }
    }
}
