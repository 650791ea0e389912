package io.carriageway.vision.input;

/** In which order a model wants the three colour planes. */
public enum ColourOrder {
    RGB,
    BGR
}
