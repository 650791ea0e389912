package io.carriageway.city.render;

import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Vehicle;

/** The shape of every vehicle, a function of its seed: a vehicle looks the same before every camera. */
public final class Shapes {
    private Shapes() {}

    public static Mesh of(Vehicle vehicle) {
        SeededRandom random = SeededRandom.of(vehicle.lookSeed());
        return switch (vehicle.kind()) {
            case BICYCLE -> LightShapes.bicycle(vehicle.lengthMetres(), random);
            case CAR -> MotorShapes.car(vehicle.lengthMetres(), vehicle.widthMetres(), random);
            case MOTORCYCLE -> LightShapes.motorcycle(vehicle.lengthMetres(), random);
            case BUS -> MotorShapes.bus(vehicle.lengthMetres(), vehicle.widthMetres(), random);
            case TRUCK -> MotorShapes.truck(vehicle.lengthMetres(), vehicle.widthMetres(), random);
        };
    }

    public static Mesh pedestrian(long lookSeed) {
        return LightShapes.pedestrian(SeededRandom.of(lookSeed));
    }
}
