package io.carriageway.vision.input;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The position of a letterboxed picture on the model's canvas. */
public enum Placement {
    /** In the middle, as in training of Ultralytics models. */
    @JsonProperty("centre")
    CENTRE,
    /** In the corner, as in training of YOLOX models. */
    @JsonProperty("top-left")
    TOP_LEFT
}
