package io.carriageway.jobs.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CameraConfigTest {

    private static final String[] REQUIRED = {
        "--kafka.bootstrap", "broker:9092",
        "--mysql.url", "jdbc:mysql://db/carriageway",
        "--mysql.user", "writer",
        "--mysql.password", "hunter2",
        "--lake", "s3://carriageway/lake"
    };

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = CameraConfig.from(REQUIRED);
        assertThat(config.timing().limits().lateness()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.timing().limits().skew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.timing().eventWindows(Duration.ofMinutes(1)).hold()).isEqualTo(Duration.ofMinutes(25));
        assertThat(config.timing().arrivalMinutes().hold()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.rules().allowedBuckets()).isEmpty();
        assertThat(config.topics().camera()).isEqualTo("camera");
    }

    @Test
    void thePasswordIsNeverPrinted() throws Exception {
        assertThat(CameraConfig.from(REQUIRED))
                .asString()
                .contains("jdbc:mysql://db")
                .doesNotContain("hunter2");
    }
}
