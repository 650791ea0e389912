package io.carriageway.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Loads the published versions of a record, oldest first: {@code avro-history/<Record>/1.avsc}, {@code 2.avsc} and so
 * on. When a schema changes, a version is added; versions are never edited. So every value ever written stays readable.
 */
public final class SchemaHistory {

    private SchemaHistory() {}

    public static List<Schema> of(String recordName) {
        var versions = new ArrayList<Schema>();
        for (int version = 1; ; version++) {
            var resource = "/avro-history/" + recordName + "/" + version + ".avsc";
            try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
                if (in == null) {
                    return List.copyOf(versions);
                }
                versions.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
    }
}
