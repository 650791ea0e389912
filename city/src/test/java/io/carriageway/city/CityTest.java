package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CityTest {
    private static final CityConfig OPTIONS = CityConfig.defaults();
    private final City city = City.of(OPTIONS);

    @Test
    void theSameIndexGivesTheSameBytesInAnyCityOfTheSameOptionsAndInAnyOrder() {
        City other = City.of(OPTIONS);
        CityFrame later = other.frame(4711);
        CityFrame earlier = other.frame(42);

        assertThat(city.frame(42)).isEqualTo(earlier);
        assertThat(city.frame(4711)).isEqualTo(later);
    }

    @Test
    void anotherSeedGivesAnotherCity() {
        City other = City.of(OPTIONS.withSeed(2));

        assertThat(other.cameras()).isNotEqualTo(city.cameras());
        assertThat(other.frame(42).frame().getImage())
                .isNotEqualTo(city.frame(42).frame().getImage());
    }

    @Test
    void theTruthOfAnIndexIsTheTruthOfItsFrame() {
        for (long index = 100; index < 116; index++) {
            assertThat(city.truth(index)).isEqualTo(city.frame(index).truth());
        }
    }

    @Test
    void aPictureIsAJpegOf640By480() throws IOException {
        byte[] jpeg = city.frame(3).frame().getImage().array();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertThat(jpeg).startsWith(0xFF, 0xD8);
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(480);
    }

    @Test
    void framesAreNumberedByTimeThenByCamera() {
        CityFrame frame = city.frame(8 * 123 + 2);

        assertThat(frame.frame().getCameraId()).isEqualTo("cam-03");
        assertThat(frame.frame().getFrameId()).isEqualTo("cam-03-000123");
        assertThat(frame.frame().getCapturedAt())
                .isEqualTo(OPTIONS.first().plusMillis(123 * 2000 + 2 * 250))
                .isEqualTo(city.capturedAt(8 * 123 + 2));
        List<Instant> instants =
                LongStream.range(0, 100).mapToObj(city::capturedAt).toList();
        assertThat(instants).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFrameStandsWhereItsCameraStands() {
        CityFrame frame = city.frame(5);
        CityCamera camera = city.cameras().get(5);

        assertThat(frame.frame().getLatitude()).isEqualTo(camera.latitude());
        assertThat(frame.frame().getLongitude()).isEqualTo(camera.longitude());
    }

    @Test
    void transmissionTakes50To1500MillisAndVaries() {
        List<Long> delays = LongStream.range(0, 2000)
                .mapToObj(city::transmissionDelayMillis)
                .toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(50L, 1500L));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isLessThan(60));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isGreaterThan(1300));
        assertThat(city.frame(7).arrivalMillis())
                .isEqualTo(city.capturedAt(7).toEpochMilli() + city.transmissionDelayMillis(7));
    }

    @Test
    void lightAndWeatherOfAllKindsComeAndChangeSlowly() {
        long framesOfADay = 8 * 43_200L;
        assertThat(LongStream.range(0, 400).mapToObj(i -> city.conditions(i * framesOfADay / 400 / 8 * 8 + i % 8)))
                .extracting(conditions -> conditions.light() + " " + conditions.weather())
                .contains("day clear", "night clear", "day rain", "day haze", "dusk clear", "night rain");

        for (long index = 0; index < 8000; index += 8) {
            double change = city.conditions(index + 8).daylight()
                    - city.conditions(index).daylight();
            assertThat(Math.abs(change)).isLessThan(0.03);
        }
    }

    @Test
    void optionsTravelAndMakeTheSameCityElsewhere() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(OPTIONS);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            City elsewhere = City.of((CityConfig) in.readObject());
            assertThat(elsewhere.frame(9)).isEqualTo(city.frame(9));
        }
    }

    @Test
    void optionsThatMakeNoCityAreRefused() {
        assertThatThrownBy(() -> OPTIONS.withCameras(0)).hasMessageContaining("1 to 99 cameras");
        assertThatThrownBy(() -> OPTIONS.withVehicles(-1)).hasMessageContaining("vehicles");
        assertThatThrownBy(() -> OPTIONS.withFrameInterval(Duration.ZERO)).hasMessageContaining("frame interval");
        assertThatThrownBy(() -> OPTIONS.withStations(100)).hasMessageContaining("0 to 99 weather stations");
        assertThatThrownBy(() -> OPTIONS.withTelemetryInterval(Duration.ZERO))
                .hasMessageContaining("telemetry interval");
        assertThatThrownBy(() -> City.of(OPTIONS.withAccidentInterval(Duration.ofSeconds(9))))
                .hasMessageContaining("too much for");
    }
}
