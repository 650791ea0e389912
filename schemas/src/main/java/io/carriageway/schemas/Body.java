package io.carriageway.schemas;

import org.apache.avro.specific.SpecificRecordBase;

/** Decodes what follows a wire format's header into a record of the contract. Not thread-safe: buffers are reused. */
interface Body<T extends SpecificRecordBase> {

    /** Decodes all bytes behind a header of so many. */
    Decoded<T> decode(byte[] bytes, int headerBytes);
}
