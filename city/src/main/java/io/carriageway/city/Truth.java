package io.carriageway.city;

import io.carriageway.city.render.Canvas;
import io.carriageway.city.render.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What counts as visible: a vehicle whose middle lies in the picture, high enough to be told apart, and of which enough
 * is not hidden.
 */
final class Truth {
    static final double SMALLEST_HEIGHT_PIXELS = 12;
    static final double SMALLEST_WIDTH_PIXELS = 6;
    static final double SMALLEST_VISIBLE_FRACTION = 0.4;
    /** The middle of a vehicle is the point so high above its middle on the ground. */
    static final double MIDDLE_UP_METRES = 1;

    private Truth() {}

    static List<VisibleVehicle> of(Studio.Take take, View view) {
        int[] visiblePixels = take.canvas().visiblePixels(take.cast().size());
        List<VisibleVehicle> visible = new ArrayList<>();
        for (int i = 0; i < visiblePixels.length; i++) {
            Studio.Extra extra = take.cast().get(i);
            Canvas.Outline whole = extra.outline();
            if (whole.pixels() == 0) {
                continue;
            }
            double left = Math.max(0, whole.left());
            double top = Math.max(0, whole.top());
            double right = Math.min(View.WIDTH, whole.right());
            double bottom = Math.min(View.HEIGHT, whole.bottom());
            double fraction = (double) visiblePixels[i] / whole.pixels();
            if (bottom - top >= SMALLEST_HEIGHT_PIXELS
                    && right - left >= SMALLEST_WIDTH_PIXELS
                    && view.frames(extra.state().place(), MIDDLE_UP_METRES)
                    && fraction >= SMALLEST_VISIBLE_FRACTION) {
                visible.add(new VisibleVehicle(
                        extra.state().vehicle().id(),
                        extra.state().vehicle().kind(),
                        left,
                        top,
                        right,
                        bottom,
                        fraction));
            }
        }
        return visible;
    }
}
