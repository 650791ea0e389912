package io.carriageway.city;

/** A weather station, as in the reference data. */
public record Station(String id, String name, double latitude, double longitude) {}
