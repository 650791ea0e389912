package io.carriageway.vision.input;

/** The order of the three colour planes in a model's input. */
public enum ColourOrder {
    RGB,
    BGR
}
