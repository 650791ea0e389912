package io.carriageway.vision.input;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a letterboxed picture stands on the model's canvas. */
public enum Placement {
    /** In the middle, as Ultralytics models are trained. */
    @JsonProperty("centre")
    CENTRE,
    /** In the corner, as YOLOX models are trained. */
    @JsonProperty("top-left")
    TOP_LEFT
}
