package io.carriageway.city;

import org.apache.avro.specific.SpecificRecordBase;

/** One event of the city: what is published, and when it arrives, in milliseconds of the epoch. */
public record CityEvent<E extends SpecificRecordBase>(E event, long arrivalMillis) {}
