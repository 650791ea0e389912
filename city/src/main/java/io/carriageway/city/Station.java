package io.carriageway.city;

/** A weather station, as reference data knows it. */
public record Station(String id, String name, double latitude, double longitude) {}
