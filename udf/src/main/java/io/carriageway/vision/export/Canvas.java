package io.carriageway.vision.export;

import io.carriageway.vision.model.ModelCard;
import java.util.List;

/** Width and height in pixels of a model's input. */
public record Canvas(int width, int height) {

    /**
     * The canvas as the owner says, else as the model's input says, else as its metadata say.
     *
     * @param said width and height, or empty
     * @throws IllegalArgumentException if none says it, or if the size cannot be a canvas; the message names the source
     */
    public static Canvas of(ModelInterface model, List<Integer> said) {
        if (!said.isEmpty()) {
            return new Canvas(said.get(0), said.get(1)).checked("SIZE", model);
        }
        if (model.width() > 0 && model.height() > 0) {
            return new Canvas(model.width(), model.height()).checked("the size of its input", model);
        }
        return new ExportMetadata(model.metadata())
                .canvas()
                .filter(sides -> sides.size() == 2)
                .map(sides -> new Canvas(sides.get(1), sides.get(0)).checked("imgsz in its metadata", model))
                .orElseThrow(() -> new IllegalArgumentException("The model takes pictures of any size, and its file"
                        + " does not say which: give the one it was trained for, SIZE=640x640"));
    }

    private Canvas checked(String source, ModelInterface model) {
        if (!ModelCard.isSide(width) || !ModelCard.isSide(height)) {
            throw new IllegalArgumentException("The model cannot run with " + source + ", " + this
                    + ": sides must be multiples of 32 from 32 to 4096. Give another SIZE where its input has dynamic"
                    + " sides, else export it with another imgsz");
        }
        if (!model.takes(width, height)) {
            throw new IllegalArgumentException(
                    "The model cannot run with " + source + ", " + this + ": its input takes " + model.canvas()
                            + ". Give SIZE of that size, or none where both sides are fixed");
        }
        return this;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
