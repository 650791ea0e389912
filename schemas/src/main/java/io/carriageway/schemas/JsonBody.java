package io.carriageway.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Decodes a JSON object to a contract record: times are RFC 3339 or epoch milliseconds, bytes are base64, unknown
 * fields are ignored, each known field occurs at most once. The detail of a fault names the field and contains no
 * value.
 */
final class JsonBody<T extends SpecificRecordBase> implements Body<T> {

    private static final int MAX_DEPTH = 32;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The parser's factory. It neither caches nor interns names: they may be different in every record. */
    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE) // the record has an end
                    .build())
            .build();

    private final Class<T> record;
    private final ContractRecord contract;

    JsonBody(Class<T> record) {
        var data = SpecificData.getForClass(record);
        this.record = record;
        this.contract = new ContractRecord(ContractType.of(data, data.getSchema(record)));
    }

    /**
     * Whether a value is meant as a JSON object: a brace, which may follow blanks or a byte order mark that tools
     * write.
     */
    static boolean isBegunIn(byte[] bytes) {
        int first = textFrom(bytes, 0);
        while (first < bytes.length && " \t\r\n".indexOf(bytes[first]) >= 0) {
            first++;
        }
        return first < bytes.length && bytes[first] == '{';
    }

    private static int textFrom(byte[] bytes, int from) {
        boolean marked = bytes.length - from >= BYTE_ORDER_MARK.length
                && bytes[from] == BYTE_ORDER_MARK[0]
                && bytes[from + 1] == BYTE_ORDER_MARK[1]
                && bytes[from + 2] == BYTE_ORDER_MARK[2];
        return marked ? from + BYTE_ORDER_MARK.length : from;
    }

    @Override
    public Decoded<T> decode(byte[] bytes, int headerBytes) {
        int from = textFrom(bytes, headerBytes);
        var text = new InputStreamReader(
                new ByteArrayInputStream(bytes, from, bytes.length - from),
                // reports malformed input, unlike a reader that is created with a charset
                StandardCharsets.UTF_8.newDecoder());
        try (var parser = json.createParser(text)) {
            return new Decoded.Value<>(record.cast(document(parser)));
        } catch (UndecodableException e) {
            return e.verdict();
        } catch (JsonProcessingException e) {
            return noJson(e).verdict();
        } catch (CharacterCodingException e) {
            return new Undecodable<>(Fault.CORRUPT, "the JSON value of %d bytes is no UTF-8".formatted(bytes.length));
        } catch (IOException | RuntimeException e) {
            // Whatever Jackson throws here is a property of the bytes.
            return new Undecodable<>(
                    Fault.CORRUPT,
                    "a JSON value of %d bytes is no %s (%s)"
                            .formatted(
                                    bytes.length,
                                    record.getSimpleName(),
                                    e.getClass().getSimpleName()));
        }
    }

    private Object document(JsonParser parser) throws IOException, UndecodableException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UndecodableException(Fault.CORRUPT, "the JSON value is no object");
        }
        var value = JsonFields.object(parser, contract);
        if (parser.nextToken() != null) {
            throw new UndecodableException(Fault.CORRUPT, "the JSON value continues after its object");
        }
        return value;
    }

    /** The fault without Jackson's own message, which would quote the payload. */
    static UndecodableException noJson(JsonProcessingException e) {
        var where = e.getLocation();
        return new UndecodableException(
                Fault.CORRUPT,
                "%s at line %d, column %d"
                        .formatted(
                                e instanceof StreamConstraintsException
                                        ? "exceeds a limit (%d levels, numbers of 1000 digits, names of 50000 characters)"
                                                .formatted(MAX_DEPTH)
                                        : "is no JSON",
                                where == null ? 0 : where.getLineNr(),
                                where == null ? 0 : where.getColumnNr()));
    }
}
