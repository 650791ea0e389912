package io.carriageway.geo.osm;

/** The ways that traffic may take, seen along the line. */
public enum TravelDirection {
    ALONG,
    AGAINST,
    BOTH,
    /** Now the one and now the other, so that a time is in neither for sure. */
    CHANGING,
    /** What the map says contradicts itself, or is no word of OpenStreetMap. */
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
