package io.carriageway.geo.osm;

/** The directions in which traffic may move, seen along the line. */
public enum TravelDirection {
    ALONG,
    AGAINST,
    BOTH,
    /** The direction changes (reversible lanes), so it is not certain at any time. */
    CHANGING,
    /** The map contradicts itself, or has a value that OpenStreetMap does not define. */
    UNCLEAR;

    /** Reads {@code oneway}; without it roundabouts and motorways are one-way along their line. */
    public static TravelDirection of(Tags tags) {
        return switch (tags.word("oneway")) {
            case "yes", "true", "1" -> ALONG;
            case "-1", "reverse" -> AGAINST;
            case "no", "false", "0" -> BOTH;
            case "reversible", "alternating" -> CHANGING;
            case "" -> impliedBy(tags);
            default -> UNCLEAR;
        };
    }

    private static TravelDirection impliedBy(Tags tags) {
        boolean isOneWay =
                switch (tags.word("junction")) {
                    case "roundabout", "circular" -> true;
                    default -> tags.list("highway").contains("motorway");
                };
        return isOneWay ? ALONG : BOTH;
    }
}
