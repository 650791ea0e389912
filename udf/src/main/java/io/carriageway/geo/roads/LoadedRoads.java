package io.carriageway.geo.roads;

import io.carriageway.geo.RoadNetwork;

/** A network and the report on the file it was read from. */
public record LoadedRoads(RoadNetwork network, RoadReport report) {}
