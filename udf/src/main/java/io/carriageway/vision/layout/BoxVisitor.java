package io.carriageway.vision.layout;

/** Sees every box of an answer, however unlikely, its sides as the layout gives them in pixels of the canvas. */
@FunctionalInterface
interface BoxVisitor {

    void see(float centreX, float centreY, float width, float height);
}
