package io.carriageway.city.world;

/**
 * One direction of one street between two intersections. Traffic drives on the right.
 *
 * @param name of the street, both ways
 * @param block the block on its right, around which its traffic drives
 * @param side that side of the block: 0 north, 1 east, 2 south, 3 west
 * @param lanes lanes for motor traffic; a cycle lane lies between them and the kerb
 */
public record Segment(
        String id,
        String name,
        int block,
        int side,
        int lanes,
        Place start,
        double lengthMetres,
        double startLatitude,
        double startLongitude,
        double endLatitude,
        double endLongitude) {

    public Place end() {
        return start.offset(lengthMetres, 0);
    }
}
