package io.carriageway.jobs.io.lake.compaction;

import static io.carriageway.jobs.io.lake.HourOfWeather.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.lake.HourOfWeather;
import io.carriageway.row.WeatherObservationRow;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 95})
    void rowsComeBackInOrderHoweverManyRunsTheyMake(int count) throws Exception {
        var rows = new ArrayList<WeatherObservationRow>();
        try (var sorted = new SortedRows<>(RowOrder.of(WEATHER), 10)) {
            for (int i = 0; i < count; i++) {
                sorted.add(HourOfWeather.row(i * 37 % count));
            }
            sorted.forEach(rows::add);
        }
        assertThat(rows)
                .isEqualTo(
                        IntStream.range(0, count).mapToObj(HourOfWeather::row).toList());
    }
}
