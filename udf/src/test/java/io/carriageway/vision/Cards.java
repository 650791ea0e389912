package io.carriageway.vision;

import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.input.Resample;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelSource;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Cards of models that tests make. */
public final class Cards {

    private Cards() {}

    /** A card for a canvas in pixels and a threshold for all classes, with a made-up checksum. */
    public static ModelCard card(Layout layout, int width, int height, float threshold, String... classes) {
        return card("0".repeat(64), layout, width, height, 1 / 255f, threshold, classes);
    }

    private static ModelCard card(
            String sha256, Layout layout, int width, int height, float scale, float threshold, String... classes) {
        return new ModelCard(
                "tiny",
                layout,
                width,
                height,
                ColourOrder.RGB,
                scale,
                Placement.CENTRE,
                0,
                Resample.BILINEAR,
                List.of(classes),
                Map.of(),
                threshold,
                Map.of(),
                0.5f,
                null,
                sha256);
    }

    /** A model of these bytes with a card of its checksum, for a canvas of 64 x 64 and the threshold 0.3. */
    public static ModelSource model(byte[] onnx, Layout layout, String... classes) {
        return model(onnx, layout, 1 / 255f, classes);
    }

    /** The same, with the levels of a picture multiplied by the scale. */
    public static ModelSource model(byte[] onnx, Layout layout, float scale, String... classes) {
        var card = card(DigestUtils.sha256Hex(onnx), layout, 64, 64, scale, 0.3f, classes);
        return ModelSource.of("made.onnx", card, onnx);
    }
}
