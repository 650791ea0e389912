package io.carriageway.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.weather.SummaryStats;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;
import org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State written when a record had one field less must be readable. */
class StateEvolutionTest {

    static Stream<Class<? extends Record>> stateRecords() {
        return StateRecords.types();
    }

    static Stream<SpecificRecordBase> avroRecordsInState() {
        return Stream.of(
                StateRecords.report(),
                new CameraFrame(
                        "f-1", "cam-1", Instant.EPOCH, 52.5, 13.4, ByteBuffer.wrap(new byte[] {1}), "s3://b/k"));
    }

    @ParameterizedTest
    @MethodSource("stateRecords")
    <R extends Record> void aFieldThatOldStateDoesNotHaveIsZeroOrNull(Class<R> type) throws Exception {
        var today = (PojoTypeInfo<R>) TypeInformation.of(type);
        var value = type.cast(StateRecords.value(type));
        for (var component : type.getRecordComponents()) {
            var older = without(component, today).createSerializer(new SerializerConfigImpl());
            var read = readBy(serializer(today), snapshot(older.snapshotConfiguration()), bytes(older, value));
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields(component.getName())
                    .isEqualTo(value);
            assertThat(component.getAccessor().invoke(read))
                    .as(component.getName())
                    .isIn(null, 0, 0L, 0.0, false);
        }
    }

    @Test
    void aFieldThatOldStateHasAndTodaysRecordHasNotIsDropped() throws Exception {
        var today = (PojoTypeInfo<SummaryStats>) TypeInformation.of(SummaryStats.class);
        var before = new String(snapshot(serializer(today).snapshotConfiguration()), StandardCharsets.ISO_8859_1);
        // the old class had another name for it, which is one field less and one more
        var renamed = before.replace("\0\3max", "\0\3mix").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(readBy(serializer(today), renamed, bytes(serializer(today), new SummaryStats(4, 3, 2, 1))))
                .isEqualTo(new SummaryStats(4, 3, 2, 0));
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() throws Exception {
        var today = (PojoTypeInfo<SummaryStats>) TypeInformation.of(SummaryStats.class);
        var fields = new ArrayList<PojoField>();
        for (int i = 0; i < today.getArity(); i++) {
            var field = today.getPojoFieldAt(i).getField();
            fields.add(new PojoField(field, field.getName().equals("max") ? Types.LONG : today.getTypeAt(i)));
        }
        var older = new PojoTypeInfo<>(SummaryStats.class, fields).createSerializer(new SerializerConfigImpl());
        assertThat(serializer(today)
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(older.snapshotConfiguration())
                        .isIncompatible())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("avroRecordsInState")
    <R extends SpecificRecordBase> void aFieldThatAnOlderSchemaDoesNotHaveIsItsDefaultOrTheStateIsRefused(R value)
            throws Exception {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) value.getClass();
        for (var field : value.getSchema().getFields()) {
            var older = without(field, value.getSchema());
            if (!field.hasDefaultValue()) {
                assertThat(new AvroSerializer<>(type)
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(read(snapshot(takenOf(type, older))))
                                .isIncompatible())
                        .as(field.name())
                        .isTrue();
            } else {
                var expected = SpecificData.get().deepCopy(value.getSchema(), value);
                expected.put(field.pos(), SpecificData.get().getDefaultValue(field));
                var written = new AvroSerializer<>(GenericRecord.class, older);
                assertThat(readBy(
                                new AvroSerializer<>(type),
                                snapshot(takenOf(type, older)),
                                bytes(written, generic(value, older))))
                        .as(field.name())
                        .isEqualTo(expected);
            }
        }
    }

    private static <R> PojoTypeInfo<R> without(RecordComponent component, PojoTypeInfo<R> type) {
        var fields = new ArrayList<PojoField>();
        for (int i = 0; i < type.getArity(); i++) {
            if (!type.getPojoFieldAt(i).getField().getName().equals(component.getName())) {
                fields.add(type.getPojoFieldAt(i));
            }
        }
        return new PojoTypeInfo<>(type.getTypeClass(), fields);
    }

    private static Schema without(Schema.Field missing, Schema schema) {
        var fields = new ArrayList<Schema.Field>();
        for (var field : schema.getFields()) {
            if (field.pos() != missing.pos()) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static GenericRecord generic(SpecificRecordBase value, Schema older) throws IOException {
        var whole = new AvroSerializer<>(GenericRecord.class, value.getSchema());
        @SuppressWarnings("unchecked")
        var specific = new AvroSerializer<>((Class<SpecificRecordBase>) value.getClass());
        var read = whole.deserialize(new DataInputDeserializer(bytes(specific, value)));
        var record = new GenericData.Record(older);
        older.getFields().forEach(field -> record.put(field.name(), read.get(field.name())));
        return record;
    }

    /**
     * The serializer snapshot that a version with that schema stored beside its state; Flink has no public way to
     * create one.
     */
    private static <R> TypeSerializerSnapshot<?> takenOf(Class<R> type, Schema older) throws Exception {
        var constructor = AvroSerializerSnapshot.class.getDeclaredConstructor(Schema.class, Class.class);
        constructor.setAccessible(true);
        return constructor.newInstance(older, type);
    }

    private static <R> TypeSerializer<R> serializer(TypeInformation<R> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
        var out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static byte[] snapshot(TypeSerializerSnapshot<?> snapshot) throws IOException {
        var out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return out.getCopyOfBuffer();
    }

    /** Reads like a state backend: resolves the new serializer against the old one, and migrates with the old. */
    private static <R> R readBy(TypeSerializer<R> today, byte[] snapshot, byte[] value) throws IOException {
        TypeSerializerSnapshot<R> before = read(snapshot);
        assertThat(today.snapshotConfiguration()
                        .resolveSchemaCompatibility(before)
                        .isCompatibleAfterMigration())
                .isTrue();
        var migrated = before.restoreSerializer().deserialize(new DataInputDeserializer(value));
        return today.deserialize(new DataInputDeserializer(bytes(today, migrated)));
    }

    private static <R> TypeSerializerSnapshot<R> read(byte[] snapshot) throws IOException {
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(snapshot), StateEvolutionTest.class.getClassLoader());
    }
}
