package io.carriageway.geo.roads;

import io.carriageway.geo.RoadNetwork;

/** A network and the report on its file. */
public record LoadedRoads(RoadNetwork network, RoadReport report) {}
