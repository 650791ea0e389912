package io.carriageway.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The layout of the answers of a family of detectors. */
public enum Layout {
    /**
     * The layout of Ultralytics' exports: [1, 4 + classes, boxes], centres and sizes in canvas pixels, scores as
     * probabilities; or end-to-end, which the shape shows.
     */
    @JsonProperty("yolov8")
    YOLOV8("yolov8"),
    /** YOLOv5 and YOLOv7: [1, boxes, 5 + classes], centres and sizes in canvas pixels, objectness and class scores. */
    @JsonProperty("yolov5")
    YOLOV5("yolov5"),
    /** [1, boxes, 6]: corners in canvas pixels, score, class number. */
    @JsonProperty("end-to-end")
    END_TO_END("end-to-end"),
    /**
     * YOLOX: [1, cells, 5 + classes], raw grid offsets of strides 8, 16 and 32, objectness and class scores as
     * probabilities.
     */
    @JsonProperty("yolox")
    YOLOX("yolox");

    private final String text;

    Layout(String text) {
        this.text = text;
    }

    /** The layout's name in cards. */
    public String text() {
        return text;
    }
}
