package io.carriageway.schemas;

import org.apache.avro.specific.SpecificRecordBase;

/** Decodes the bytes after a wire format's header to a contract record. Not thread-safe: buffers are reused. */
interface Body<T extends SpecificRecordBase> {

    /** Decodes all bytes after the header. */
    Decoded<T> decode(byte[] bytes, int headerBytes);
}
