package io.carriageway.city;

import io.carriageway.city.world.Accidents;
import io.carriageway.city.world.LocalProjection;
import io.carriageway.city.world.RoadNetwork;
import io.carriageway.city.world.Sky;
import io.carriageway.city.world.Traffic;
import java.time.Duration;
import java.time.Instant;

/** The state of the city: streets, weather, accidents and traffic, with its clock and map. */
record World(CityConfig options, RoadNetwork roads, Sky sky, Accidents accidents, Traffic traffic) {
    private static final LocalProjection PLANE = new LocalProjection(48.2082, 16.3738);

    static World of(CityConfig options) {
        RoadNetwork roads = RoadNetwork.of(options.seed(), options.cameras(), options.vehicles(), PLANE);
        Sky sky = new Sky(options.seed(), PLANE, options.first());
        Accidents accidents =
                new Accidents(options.seed(), options.accidentInterval().toMillis() / 1000.0, roads);
        Traffic traffic = new Traffic(options.seed(), roads, sky, accidents, options.vehicles());
        return new World(options, roads, sky, accidents, traffic);
    }

    double seconds(Instant instant) {
        return (instant.toEpochMilli() - options.first().toEpochMilli()) / 1000.0;
    }

    Instant instant(double seconds) {
        return options.first().plusMillis(Math.round(seconds * 1000));
    }

    Instant instant(Duration sinceFirst) {
        return options.first().plus(sinceFirst);
    }

    LocalProjection plane() {
        return roads.plane();
    }
}
