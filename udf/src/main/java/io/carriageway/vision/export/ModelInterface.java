package io.carriageway.vision.export;

import java.util.List;
import java.util.Map;

/** A model's inputs, outputs and metadata, as in its file. */
public record ModelInterface(List<ModelPort> inputs, List<ModelPort> outputs, Map<String, String> metadata) {

    public ModelInterface {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    /** The only input, if {@link UnsupportedExport} finds nothing. */
    public ModelPort input() {
        return inputs.get(0);
    }

    /** Number of pictures in a run; 1 if it is dynamic. */
    public int batch() {
        return (int) Math.max(1, input().side(0));
    }

    /** Height of the canvas in pixels; -1 if it is dynamic. */
    public int height() {
        return (int) input().side(2);
    }

    /** Width of the canvas in pixels; -1 if it is dynamic. */
    public int width() {
        return (int) input().side(3);
    }

    /** Whether the input accepts a canvas of that size in pixels. */
    public boolean takes(int width, int height) {
        return (width() <= 0 || width() == width) && (height() <= 0 || height() == height);
    }

    /** Width and height of the canvas as text. */
    public String canvas() {
        return side(width()) + " x " + side(height());
    }

    private static String side(int pixels) {
        return pixels > 0 ? Integer.toString(pixels) : "any";
    }
}
