package io.carriageway.vision.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.inference.ModelSchedule.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelScheduleTextTest {

    @Test
    void oneAddressIsOneModelForEver() {
        assertThat(ModelScheduleText.parse("classpath:models/city-nano.onnx"))
                .isEqualTo(ModelSchedule.always("classpath:models/city-nano.onnx"));
    }

    @Test
    void eachFurtherAddressStandsBehindItsMinute() {
        assertThat(
                        ModelScheduleText.parse(
                                "classpath:a.onnx; 2026-03-02T07:30:00Z = s3://m/day=1/b.onnx ;2026-03-03T01:00:00+01:00=file:/c.onnx"))
                .isEqualTo(new ModelSchedule<>(List.of(
                        new Stage<>(Long.MIN_VALUE, "classpath:a.onnx"),
                        new Stage<>(Instant.parse("2026-03-02T07:30:00Z").toEpochMilli(), "s3://m/day=1/b.onnx"),
                        new Stage<>(Instant.parse("2026-03-03T00:00:00Z").toEpochMilli(), "file:/c.onnx"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classpath:a.onnx",
                "s3://m/day=1/a.onnx;2026-03-02T07:30:00Z=b",
                "a;1969-12-31T23:59:00Z=b;2026-03-02T07:30:00Z=a"
            })
    void whatIsWrittenReadsTheSame(String option) {
        assertThat(ModelScheduleText.of(ModelScheduleText.parse(option))).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;2026-03-02T07:30:12Z=b | option --model has 2026-03-02T07:30:12Z, which is no whole minute; the nearest is 2026-03-02T07:30:00Z",
                "a;2026-03-02T07:30:30Z=b | option --model has 2026-03-02T07:30:30Z, which is no whole minute; the nearest is 2026-03-02T07:31:00Z",
                "a;2026-03-02T07:30:00.000000001Z=b | option --model has 2026-03-02T07:30:00.000000001Z, which is no whole minute; the nearest is 2026-03-02T07:30:00Z",
                "a;2026-03-02T07:30:00Z=b;2026-03-02T07:30:00Z=c | option --model has 2026-03-02T07:30:00Z after 2026-03-02T07:30:00Z; its instants must ascend",
                "a;2026-03-02T07:31:00Z=b;2026-03-02T07:30:00Z=c | option --model has 2026-03-02T07:30:00Z after 2026-03-02T07:31:00Z; its instants must ascend",
                "a;b | option --model has 'b' where an instant and a model must stand, such as 2026-03-02T07:30:00Z=s3://models/next.onnx",
                "a; | option --model has '' where an instant and a model must stand, such as 2026-03-02T07:30:00Z=s3://models/next.onnx",
                "a;tomorrow=b | option --model has 'tomorrow' where an instant must stand, such as in 2026-03-02T07:30:00Z=s3://models/next.onnx",
                "a;2026-03-02T07:30:00Z= | option --model names no model in '2026-03-02T07:30:00Z='; write it like 2026-03-02T07:30:00Z=s3://models/next.onnx",
                "2026-03-02T07:30:00Z=a | option --model begins with '2026-03-02T07:30:00Z=a', but the first model has no instant: it counts what comes before the others",
                ";2026-03-02T07:30:00Z=a | option --model names no model where the first one must stand, which has no instant"
            })
    void aMistakeIsNamedWithWhatToWriteInstead(String option, String message) {
        assertThatThrownBy(() -> ModelScheduleText.parse(option))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
