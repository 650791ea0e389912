package io.carriageway.city;

import io.carriageway.city.render.View;
import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.RoadNetwork;
import io.carriageway.city.world.RoadNetwork.Street;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Sky;
import java.util.ArrayList;
import java.util.List;

/**
 * The position and direction of a camera: on a mast in the middle of a block, so steep that its picture ends some 45 m
 * away. Every vehicle wholly in view is then well above 12 pixels high, no intersection is visible, and there are no
 * distant vehicles that could be counted or not.
 *
 * @param foot the street's centre line beside the mast, in the direction of the camera
 * @param mastRight metres from that line to the lens
 */
record CameraSite(
        int number, Street street, Place foot, double mastRight, double heightMetres, double pitchRadians, View view) {
    private static final long POSE = 401;
    private static final long STREET = 402;
    private static final double NEAREST_START_METRES = 28;
    private static final double FARTHEST_START_METRES = 60;

    /** Creates this many sites, each on a street of its own. */
    static List<CameraSite> of(long seed, int cameras, RoadNetwork roads) {
        List<Street> streets = new ArrayList<>(roads.streets());
        List<CameraSite> sites = new ArrayList<>();
        for (int number = 0; number < cameras; number++) {
            SeededRandom random = SeededRandom.of(seed, STREET, number);
            Street street = streets.remove(random.below(streets.size()));
            sites.add(at(random.chance(0.5) ? street : street.reversed(), number, SeededRandom.of(seed, POSE, number)));
        }
        return sites;
    }

    private static CameraSite at(Street street, int number, SeededRandom random) {
        Place foot = street.there().start().offset(random.uniform(NEAREST_START_METRES, FARTHEST_START_METRES), 0);
        double mastRight = random.uniform(-8, 8);
        double height = random.uniform(6.5, 12);
        double focal = random.uniform(480, 720);
        double farthest = random.uniform(42, 47);
        double pitch = StrictMath.atan2(height, farthest) + StrictMath.atan2(View.HEIGHT / 2.0, focal);
        double aimMetres = random.uniform(17, 24);
        double aimRight = random.uniform(-1.5, 1.5);
        Place mast = foot.offset(0, mastRight).turned(StrictMath.atan2(aimRight - mastRight, aimMetres));
        double roll = StrictMath.toRadians(random.bell());
        return new CameraSite(
                number, street, foot, mastRight, height, pitch, new View(mast, height, pitch, roll, focal));
    }

    Conditions conditions(long seed, Sky sky, double seconds) {
        return Conditions.at(seed, number, seconds, sky.at(seconds, foot, 0));
    }

    String id() {
        return "cam-%02d".formatted(number + 1);
    }
}
