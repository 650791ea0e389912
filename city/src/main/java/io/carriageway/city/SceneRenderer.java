package io.carriageway.city;

import io.carriageway.city.render.Background;
import io.carriageway.city.render.Canvas;
import io.carriageway.city.render.Glow;
import io.carriageway.city.render.Jpeg;
import io.carriageway.city.render.Mesh;
import io.carriageway.city.render.Pavement;
import io.carriageway.city.render.Scenery;
import io.carriageway.city.render.SensorEffects;
import io.carriageway.city.render.Shapes;
import io.carriageway.city.render.StreetLamps;
import io.carriageway.city.render.Sun;
import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Sky;
import io.carriageway.city.world.Traffic;
import io.carriageway.city.world.Vehicle;
import io.carriageway.city.world.VehicleState;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the street before one camera: it draws the vehicles of an instant, determines which are visible, and makes
 * the picture. Picture and truth come from one canvas.
 */
final class SceneRenderer {
    private static final long STAGE = 501;
    private static final long SENSOR = 502;
    private static final long SHOT = 503;
    private static final long LAMPS = 504;
    /** Limits behind the mast, ahead of it and beside the street beyond which nothing is visible in the picture. */
    private static final double BEHIND_METRES = 15;

    private static final double AHEAD_METRES = 75;
    private static final double BESIDE_METRES = 20;
    private static final int PEDESTRIANS = 4;

    private final long seed;
    private final CameraSite site;
    private final Sky sky;
    private final Traffic traffic;
    private final Pavement pavement;
    private final Sun sun;
    private final StreetLamps streetLamps;
    private final Background background;
    private final SensorEffects effects;
    private final float jpegQuality;

    SceneRenderer(long seed, CameraSite site, Sky sky, Traffic traffic) {
        this.seed = seed;
        this.site = site;
        this.sky = sky;
        this.traffic = traffic;
        SeededRandom stage = SeededRandom.of(seed, STAGE, site.number());
        this.pavement =
                new Pavement(site.street().there().lanes(), site.street().back().lanes(), stage);
        this.sun = Sun.over(stage);
        this.streetLamps =
                new StreetLamps(pavement.kerbRight(), pavement.kerbLeft(), SeededRandom.of(seed, LAMPS, site.number()));
        this.background = new Background(
                site.view(), site.foot(), pavement, Scenery.along(site.foot(), pavement, site.mastRight(), stage), sun);
        SeededRandom sensor = SeededRandom.of(seed, SENSOR, site.number());
        this.effects = new SensorEffects(sensor);
        this.jpegQuality = (float) sensor.uniform(0.6, 0.9);
    }

    /** A vehicle in the scene, and the pixels that it covers. */
    record Actor(VehicleState state, Mesh mesh, Canvas.Outline outline) {}

    /** A drawn instant. */
    record RenderedScene(Canvas canvas, List<Actor> cast, Conditions conditions) {}

    RenderedScene render(double seconds) {
        Conditions conditions = site.conditions(seed, sky, seconds);
        List<VehicleState> present = present(seconds);
        Canvas canvas = background.copy();
        if (conditions.lampsLit()) {
            streetLamps.shine(canvas, site.foot(), site.view(), 1 - conditions.daylight());
        }
        for (VehicleState state : present) {
            tintGround(canvas, state, conditions);
        }
        List<Actor> cast = new ArrayList<>();
        for (VehicleState state : present) {
            Mesh mesh = Shapes.of(state.vehicle());
            cast.add(new Actor(state, mesh, canvas.draw(mesh, state.place(), site.view(), sun, cast.size())));
        }
        for (int i = 0; i < PEDESTRIANS; i++) {
            pedestrian(canvas, i, seconds);
        }
        return new RenderedScene(canvas, cast, conditions);
    }

    byte[] picture(RenderedScene scene, double seconds) {
        Glow glow = new Glow();
        double lamps = 1 - 2 * scene.conditions().daylight();
        double wet = scene.conditions().rain();
        for (int i = 0; lamps > 0 && i < scene.cast().size(); i++) {
            Actor actor = scene.cast().get(i);
            glow.lamps(actor.mesh(), actor.state().place(), site.view(), scene.canvas(), i, 0.5 + 0.5 * lamps, wet);
        }
        SeededRandom random = SeededRandom.of(seed, SHOT, site.number(), Double.doubleToLongBits(seconds));
        return Jpeg.encode(effects.apply(scene.canvas(), scene.conditions(), glow, random), jpegQuality);
    }

    private List<VehicleState> present(double seconds) {
        List<VehicleState> present = new ArrayList<>();
        for (int block :
                new int[] {site.street().there().block(), site.street().back().block()}) {
            for (Vehicle vehicle : traffic.around(block)) {
                VehicleState state = vehicle.at(seconds);
                if (onStage(state.place())) {
                    present.add(state);
                }
            }
        }
        return present;
    }

    private boolean onStage(Place place) {
        double sin = StrictMath.sin(site.foot().headingRadians());
        double cos = StrictMath.cos(site.foot().headingRadians());
        double east = place.eastMetres() - site.foot().eastMetres();
        double north = place.northMetres() - site.foot().northMetres();
        double ahead = east * sin + north * cos;
        double right = east * cos - north * sin;
        return ahead > -BEHIND_METRES && ahead < AHEAD_METRES && Math.abs(right) < BESIDE_METRES;
    }

    /** By day a vehicle casts a shadow, softer in rain and haze; by night its headlamps light the road ahead. */
    private void tintGround(Canvas canvas, VehicleState state, Conditions conditions) {
        double halfLength = state.vehicle().lengthMetres() / 2;
        double halfWidth = state.vehicle().widthMetres() / 2;
        Place place = state.place();
        if (conditions.lampsLit()) {
            double[] pool = {
                halfLength,
                -halfWidth,
                halfLength + 7,
                -halfWidth - 0.6,
                halfLength + 7,
                halfWidth + 0.6,
                halfLength,
                halfWidth
            };
            canvas.tintGround(pool, place, site.view(), 1.35);
        }
        double[] footprint = {
            -halfLength, -halfWidth, halfLength, -halfWidth, halfLength, halfWidth, -halfLength, halfWidth
        };
        double depth = conditions.daylight() * (1 - 0.7 * conditions.rain()) * (1 - 0.6 * conditions.haze());
        Place shifted = new Place(
                place.eastMetres() - 0.5 * sun.east(), place.northMetres() - 0.5 * sun.north(), place.headingRadians());
        canvas.tintGround(footprint, shifted, site.view(), 0.75 - 0.35 * depth);
    }

    /** A pedestrian walks to and fro on the pavement and is not counted. */
    private void pedestrian(Canvas canvas, int number, double seconds) {
        SeededRandom random = SeededRandom.of(seed, STAGE, site.number(), number);
        boolean rightHand = random.chance(0.5);
        double across = (rightHand ? pavement.kerbRight() : -pavement.kerbLeft())
                + (rightHand ? 1 : -1) * random.uniform(0.6, 2.4);
        double pace = random.uniform(1.1, 1.6);
        double stretch = 60;
        double walked = random.uniform(0, 2 * stretch) + pace * seconds;
        double lap = walked - 2 * stretch * StrictMath.floor(walked / (2 * stretch));
        Place place = lap < stretch
                ? site.foot().offset(5 + lap, across)
                : site.foot().offset(5 + 2 * stretch - lap, across).turned(StrictMath.PI);
        canvas.draw(Shapes.pedestrian(random.roll()), place, site.view(), sun, Canvas.NOBODY);
    }
}
