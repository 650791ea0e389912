package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.telemetry.TelemetryRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.junit.jupiter.api.Test;

class EventOfRowTest {

    private static final int EVENTS = 200;
    private static final long SEED = 7;

    @Test
    void anObservationComesBackFromItsRow() throws IOException {
        comesBack(WeatherObservation.class, rows(WeatherObservation.class, WeatherObservationRow.class));
    }

    @Test
    void aPositionReportComesBackFromItsRow() throws IOException {
        comesBack(VehicleTelemetry.class, TelemetryRows::accepted);
    }

    @Test
    void anAccidentReportComesBackFromItsRow() throws IOException {
        comesBack(AccidentReport.class, rows(AccidentReport.class, AccidentReportRow.class));
    }

    private static <E extends SpecificRecordBase, R extends SpecificRecordBase> void comesBack(
            Class<E> type, Function<ReceivedEvent<E>, R> toRow) throws IOException {
        var back = new EventOfRow<R, E>(type);
        back.open(DefaultOpenContext.INSTANCE);
        long offset = 0;
        for (var random : new RandomData(SpecificData.get().getSchema(type), EVENTS, SEED)) {
            var received = new ReceivedEvent<>(
                    new RecordOrigin("topic", 3, offset++, 1_782_907_200_123L), event(type, random), null);
            assertThat(back.map(toRow.apply(received))).isEqualTo(received);
        }
    }

    private static <E extends SpecificRecordBase, R extends SpecificRecordBase> Function<ReceivedEvent<E>, R> rows(
            Class<E> event, Class<R> row) {
        var rows = new RowOfEvent<>(event, row, true);
        rows.open(DefaultOpenContext.INSTANCE);
        return rows::map;
    }

    private static <E extends SpecificRecordBase> E event(Class<E> type, Object random) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(random, encoder);
        return new SpecificDatumReader<>(type)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
