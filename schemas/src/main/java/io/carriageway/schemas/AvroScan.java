package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import org.apache.avro.Schema;

/**
 * Checks an Avro body in one pass without allocation, before it is read: every length, index and block size is within
 * the bytes, and nesting and the number of values are bounded. So a corrupt length cannot request gigabytes, a
 * recursive field cannot overflow the stack, and items of no bytes (null, empty records) cannot keep a core busy.
 */
final class AvroScan {

    static final int MAX_DEPTH = 32;

    /** Most values without bytes. The number of all values is at most this plus those that the body's bytes allow. */
    private static final int MAX_EMPTY_VALUES = 100_000;

    /** Most values for each byte: a byte may be a record in a record in a record, and the null of a union in it. */
    private static final long VALUES_PER_BYTE = 4;

    private final byte[] bytes;
    private int position;
    private long valuesLeft;

    private AvroScan(byte[] bytes, int from) {
        this.bytes = bytes;
        this.position = from;
        this.valuesLeft = MAX_EMPTY_VALUES + VALUES_PER_BYTE * (bytes.length - from);
    }

    /** Returns the end of the value of that schema that begins at {@code from}. */
    static int end(Schema writer, byte[] bytes, int from) throws UndecodableException {
        var scan = new AvroScan(bytes, from);
        scan.value(writer, 0);
        return scan.position;
    }

    private void value(Schema schema, int depth) throws UndecodableException {
        if (depth > MAX_DEPTH) {
            throw corrupt("is nested more than %d deep".formatted(MAX_DEPTH));
        }
        if (schema.getType() == Schema.Type.UNION) {
            value(branch(schema), depth);
            return;
        }
        requireLeft(1);
        valuesLeft--;
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> skip(1);
            case INT, LONG, ENUM -> readLong();
            case FLOAT -> skip(Float.BYTES);
            case DOUBLE -> skip(Double.BYTES);
            case FIXED -> skip(schema.getFixedSize());
            case STRING, BYTES -> skip(readLong());
            case RECORD -> {
                for (var field : schema.getFields()) {
                    value(field.schema(), depth + 1);
                }
            }
            case ARRAY -> blocks(schema.getElementType(), false, depth + 1);
            case MAP -> blocks(schema.getValueType(), true, depth + 1);
        }
    }

    private Schema branch(Schema union) throws UndecodableException {
        long index = readLong();
        if (index < 0 || index >= union.getTypes().size()) {
            throw corrupt("has a branch that its schema does not have");
        }
        return union.getTypes().get((int) index);
    }

    /**
     * Checks the blocks of an array or map. A negative count is followed by the block's size, with which a reader may
     * skip the block, so the size must be right.
     */
    private void blocks(Schema item, boolean keyed, int depth) throws UndecodableException {
        for (long count = readLong(); count != 0; count = readLong()) {
            long size = count < 0 ? readLong() : -1;
            int start = position;
            long items = Math.abs(count);
            requireLeft(items);
            for (long i = 0; i < items; i++) {
                if (keyed) {
                    skip(readLong());
                }
                value(item, depth);
            }
            if (count < 0 && position - start != size) {
                throw corrupt("has a block of another size than it says");
            }
        }
    }

    private void requireLeft(long values) throws UndecodableException {
        // negative where the count was the one long that has no absolute value
        if (values < 0 || values > valuesLeft) {
            throw corrupt("says that it has more values than so many bytes can have");
        }
    }

    private void skip(long length) throws UndecodableException {
        if (length < 0 || length > bytes.length - position) {
            throw corrupt("ends early");
        }
        position += (int) length;
    }

    private long readLong() throws UndecodableException {
        long raw = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position == bytes.length) {
                throw corrupt("ends early");
            }
            byte next = bytes[position++];
            raw |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw corrupt("has a number of more than 10 bytes");
    }

    private UndecodableException corrupt(String why) {
        return new UndecodableException(Fault.CORRUPT, "the value of %d bytes %s".formatted(bytes.length, why));
    }
}
