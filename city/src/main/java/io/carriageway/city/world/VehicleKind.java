package io.carriageway.city.world;

/** The five vehicle classes of the city, in the order of a detector's class numbers. */
public enum VehicleKind {
    BICYCLE("bicycle", 1.60, 1.85, 0.60, 0.70),
    CAR("car", 3.70, 4.90, 1.65, 1.90),
    MOTORCYCLE("motorcycle", 1.95, 2.25, 0.75, 0.85),
    BUS("bus", 10.5, 12.5, 2.45, 2.60),
    TRUCK("truck", 5.80, 9.50, 2.10, 2.55);

    private final String label;
    private final double shortestMetres;
    private final double longestMetres;
    private final double narrowestMetres;
    private final double widestMetres;

    VehicleKind(
            String label, double shortestMetres, double longestMetres, double narrowestMetres, double widestMetres) {
        this.label = label;
        this.shortestMetres = shortestMetres;
        this.longestMetres = longestMetres;
        this.narrowestMetres = narrowestMetres;
        this.widestMetres = widestMetres;
    }

    public String label() {
        return label;
    }

    double lengthMetres(SeededRandom random) {
        return random.uniform(shortestMetres, longestMetres);
    }

    double widthMetres(SeededRandom random) {
        return random.uniform(narrowestMetres, widestMetres);
    }

    /** The mix of motor traffic: mostly cars. */
    static VehicleKind motorised(SeededRandom random) {
        double share = random.uniform();
        return share < 0.54 ? CAR : share < 0.70 ? MOTORCYCLE : share < 0.80 ? BUS : TRUCK;
    }
}
