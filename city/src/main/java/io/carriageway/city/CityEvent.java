package io.carriageway.city;

import org.apache.avro.specific.SpecificRecordBase;

/** One event of the city: the published record, and its arrival in milliseconds of the epoch. */
public record CityEvent<E extends SpecificRecordBase>(E event, long arrivalMillis) {}
