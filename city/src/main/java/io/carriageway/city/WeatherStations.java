package io.carriageway.city;

import io.carriageway.city.world.Place;
import io.carriageway.city.world.RoadNetwork;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Segment;
import io.carriageway.city.world.Weather;
import io.carriageway.event.WeatherObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The weather stations. Each is on a roof and a little warmer or colder than its surroundings. */
final class WeatherStations {
    private static final long ROOF = 604_001;
    private static final long LINE = 604_002;
    private static final double CALM_METRES_PER_SECOND = 0.3;

    /** A station, its place, and how much warmer it is there. */
    private record Site(Station station, Place place, double warmerCelsius) {}

    private final World world;
    private final List<Site> sites = new ArrayList<>();
    private final EmissionSchedule schedule;
    private final NetworkDelay delay;

    WeatherStations(World world) {
        this.world = world;
        this.schedule =
                new EmissionSchedule(world.options().stations(), world.options().observationInterval());
        this.delay = new NetworkDelay(world.options().seed(), LINE, 200, 5000);
        for (int number = 0; number < schedule.sources(); number++) {
            sites.add(site(number));
        }
    }

    EmissionSchedule schedule() {
        return schedule;
    }

    List<Station> stations() {
        return sites.stream().map(Site::station).toList();
    }

    /** On blocks that are far apart, if possible: the city is divided into one row per station. */
    private Site site(int number) {
        SeededRandom random = SeededRandom.of(world.options().seed(), ROOF, number);
        int row = world.roads().blocks() * number / schedule.sources();
        int block = row + random.below(Math.max(1, world.roads().blocks() / schedule.sources()));
        Segment north = world.roads().segments().get(4 * block);
        double half = RoadNetwork.BLOCK_PITCH_METRES / 2;
        Place roof = north.start().offset(half + random.uniform(-30, 30), half + random.uniform(-30, 30));
        Station station = new Station(
                "stn-%02d".formatted(number + 1),
                "%s, roof %d".formatted(north.name(), number + 1),
                world.plane().latitude(roof.northMetres()),
                world.plane().longitude(roof.eastMetres()));
        return new Site(station, roof, random.uniform(-0.4, 0.4));
    }

    CityEvent<WeatherObservation> observation(long index) {
        Site site = sites.get(schedule.source(index));
        Instant observedAt = world.instant(schedule.time(index));
        Weather weather = world.sky().at(world.seconds(observedAt), site.place(), site.warmerCelsius());
        boolean calm = weather.windMetresPerSecond() < CALM_METRES_PER_SECOND;
        WeatherObservation observation = WeatherObservation.newBuilder()
                .setStationId(site.station().id())
                .setObservedAt(observedAt)
                .setLatitude(site.station().latitude())
                .setLongitude(site.station().longitude())
                .setTemperatureC(Reading.of(weather.temperatureCelsius(), 10))
                .setHumidityPct(Reading.of(weather.humidityPercent(), 10))
                .setPressureHpa(Reading.of(weather.pressureHectopascal(), 10))
                .setWindSpeedMs(Reading.of(weather.windMetresPerSecond(), 10))
                .setWindDirectionDeg(calm ? null : Reading.of(weather.windDirectionDegrees(), 1))
                .setPrecipitationMmH(Reading.of(weather.precipitationMillimetresPerHour(), 100))
                .setVisibilityM(Reading.of(weather.visibilityMetres(), 0.1))
                .setCondition(weather.condition())
                .setDescription(weather.description())
                .build();
        return new CityEvent<>(observation, observedAt.toEpochMilli() + delay.delayMillis(index));
    }
}
