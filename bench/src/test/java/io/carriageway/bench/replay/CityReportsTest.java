package io.carriageway.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.bench.replay.CityReports.Report;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityReportsTest {

    private final CityReports city = new CityReports(1);

    @Test
    void soManyReportsAreMadeAsAreAskedFor() {
        assertThat(first(10_001)).hasSize(10_001);
    }

    @Test
    void theyComeInTheOrderOfTheirArrivalAndNoneTwice() {
        var reports = first(150_000);

        assertThat(reports).extracting(Report::arrivalMillis).isSorted();
        assertThat(reports).extracting(Report::index).doesNotHaveDuplicates();
    }

    @Test
    void fewerAreTheBeginningOfMore() {
        assertThat(first(2_000))
                .extracting(Report::index)
                .isEqualTo(first(5_000).stream().limit(2_000).map(Report::index).toList());
    }

    @Test
    void aRecordHasTheKeyAndTimeOfItsReport() {
        var report = city.after(Duration.ofHours(12));
        var decoded = (Decoded.Value<VehicleTelemetry>)
                new SingleObjectCodec<>(VehicleTelemetry.class).decode(report.value());

        assertThat(decoded.value().getVehicleId()).isEqualTo(new String(report.key(), StandardCharsets.UTF_8));
        assertThat(decoded.value().getRecordedAt().toEpochMilli()).isEqualTo(report.recordedAtMillis());
        assertThat(report.arrivalMillis()).isGreaterThan(report.recordedAtMillis());
    }

    private List<Report> first(long reports) {
        var made = new ArrayList<Report>();
        city.first(reports, made::add);
        return made;
    }
}
