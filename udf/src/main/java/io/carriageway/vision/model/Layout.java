package io.carriageway.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a family of detectors lays its answer out. */
public enum Layout {
    /** Ultralytics: [1, 4 + classes, boxes], boxes in canvas pixels, scores as probabilities. */
    @JsonProperty("yolov8")
    YOLOV8 {
        @Override
        public OutputReader reader(ModelCard card) {
            return new Yolov8Output(card.labels(), card.lowestConfidenceThreshold());
        }
    },
    /**
     * YOLOX: [1, cells, 5 + classes], raw grid offsets of strides 8, 16 and 32, objectness and class scores as
     * probabilities.
     */
    @JsonProperty("yolox")
    YOLOX {
        @Override
        public OutputReader reader(ModelCard card) {
            return new YoloxOutput(
                    card.labels(), card.lowestConfidenceThreshold(), card.inputWidth(), card.inputHeight());
        }
    };

    public abstract OutputReader reader(ModelCard card);
}
