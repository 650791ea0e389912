package io.carriageway.city.render;

import io.carriageway.city.world.Dice;
import io.carriageway.city.world.Vehicle;

/** The look of every vehicle, a function of its seed: the same vehicle looks the same before every camera. */
public final class Shapes {
    private Shapes() {}

    public static Mesh of(Vehicle vehicle) {
        Dice dice = Dice.of(vehicle.lookSeed());
        return switch (vehicle.kind()) {
            case BICYCLE -> LightShapes.bicycle(vehicle.lengthMetres(), dice);
            case CAR -> MotorShapes.car(vehicle.lengthMetres(), vehicle.widthMetres(), dice);
            case MOTORCYCLE -> LightShapes.motorcycle(vehicle.lengthMetres(), dice);
            case BUS -> MotorShapes.bus(vehicle.lengthMetres(), vehicle.widthMetres(), dice);
            case TRUCK -> MotorShapes.truck(vehicle.lengthMetres(), vehicle.widthMetres(), dice);
        };
    }

    public static Mesh pedestrian(long lookSeed) {
        return LightShapes.pedestrian(Dice.of(lookSeed));
    }
}
