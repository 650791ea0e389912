package io.carriageway.city;

import io.carriageway.city.render.Canvas;
import io.carriageway.city.render.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which vehicles are visible: their middle is in the picture, they are high enough, and enough of them is not
 * hidden.
 */
final class Truth {
    static final int SMALLEST_HEIGHT_PIXELS = 12;
    static final int SMALLEST_WIDTH_PIXELS = 6;
    static final double SMALLEST_VISIBLE_FRACTION = 0.4;
    /** Height of a vehicle's middle above its middle on the ground. */
    static final double MIDDLE_UP_METRES = 1;

    private Truth() {}

    static List<VisibleVehicle> of(SceneRenderer.RenderedScene scene, View view) {
        int[] visiblePixels = scene.canvas().visiblePixels(scene.cast().size());
        List<VisibleVehicle> visible = new ArrayList<>();
        for (int i = 0; i < visiblePixels.length; i++) {
            SceneRenderer.Actor actor = scene.cast().get(i);
            Canvas.Outline box = actor.outline();
            double fraction = (double) visiblePixels[i] / Math.max(1, box.pixels());
            if (box.bottom() - box.top() >= SMALLEST_HEIGHT_PIXELS
                    && box.right() - box.left() >= SMALLEST_WIDTH_PIXELS
                    && view.frames(actor.state().place(), MIDDLE_UP_METRES)
                    && fraction >= SMALLEST_VISIBLE_FRACTION) {
                visible.add(new VisibleVehicle(
                        actor.state().vehicle().id(),
                        actor.state().vehicle().kind(),
                        box.left(),
                        box.top(),
                        box.right(),
                        box.bottom(),
                        fraction));
            }
        }
        return visible;
    }
}
