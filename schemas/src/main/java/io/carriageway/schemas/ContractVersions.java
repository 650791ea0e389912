package io.carriageway.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The published versions of a record by fingerprint. Avro's reader resolves each version once and not for every value.
 */
final class ContractVersions<T extends SpecificRecordBase> {

    private final Map<Long, AvroBody<T>> bodiesByFingerprint = new HashMap<>();

    ContractVersions(Class<T> record) {
        var current = SpecificData.getForClass(record).getSchema(record);
        SchemaHistory.of(record.getSimpleName()).forEach(past -> register(record, past, current));
        register(record, current, current);
    }

    private void register(Class<T> record, Schema writer, Schema current) {
        try {
            var reader = new FastReaderBuilder(SpecificData.getForClass(record)).<T>createDatumReader(writer, current);
            bodiesByFingerprint.put(
                    SchemaNormalization.parsingFingerprint64(writer),
                    new AvroBody<>(record, writer, decoder -> reader.read(null, decoder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes values of that version; null if it was never published. */
    Body<T> body(long fingerprint) {
        return bodiesByFingerprint.get(fingerprint);
    }
}
