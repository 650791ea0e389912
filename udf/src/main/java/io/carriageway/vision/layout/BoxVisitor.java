package io.carriageway.vision.layout;

/** Receives every box of an answer, whatever its score, with the coordinates of the layout in pixels of the canvas. */
@FunctionalInterface
interface BoxVisitor {

    void see(float centreX, float centreY, float width, float height);
}
