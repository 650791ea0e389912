package io.carriageway.telemetry;

import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import java.time.Instant;

/** Position reports for tests. */
final class Reports {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Reports() {}

    static VehicleTelemetry.Builder good() {
        return VehicleTelemetry.newBuilder()
                .setVehicleId("bus-1")
                .setRecordedAt(START)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSpeedKmh(30.0)
                .setHeadingDeg(90.0)
                .setVehicleClass(VehicleClass.BUS);
    }
}
