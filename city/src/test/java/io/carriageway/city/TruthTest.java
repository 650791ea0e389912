package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.world.VehicleKind;
import java.awt.Polygon;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final int FRAMES = 400;
    private final City city = City.of(CityConfig.defaults());
    private final List<List<VisibleVehicle>> truths =
            LongStream.range(0, FRAMES).mapToObj(i -> city.truth(i * 97)).toList();

    @Test
    void anEmptyRoadHasAnEmptyTruth() {
        City empty = City.of(CityConfig.defaults().withVehicles(0));

        assertThat(empty.frame(11).truth()).isEmpty();
        assertThat(LongStream.range(0, 16).mapToObj(empty::truth)).allMatch(List::isEmpty);
    }

    @Test
    void framesShowThreeToSevenVehiclesOnAverageAndSometimesFew() {
        double mean = truths.stream().mapToInt(List::size).average().orElseThrow();

        assertThat(mean).isBetween(3.0, 7.0);
        assertThat(truths).anyMatch(truth -> truth.size() <= 1).anyMatch(truth -> truth.size() >= 7);
    }

    @Test
    void everyClassIsSeen() {
        Set<VehicleKind> seen = EnumSet.noneOf(VehicleKind.class);
        truths.forEach(truth -> truth.forEach(vehicle -> seen.add(vehicle.kind())));

        assertThat(seen).containsExactlyInAnyOrder(VehicleKind.values());
    }

    @Test
    void everyVisibleVehicleIsLargeEnoughInThePictureAndMostlyUnhidden() {
        assertThat(truths.stream().flatMap(List::stream)).isNotEmpty().allSatisfy(vehicle -> {
            assertThat(vehicle.yMax() - vehicle.yMin()).isGreaterThanOrEqualTo(12);
            assertThat(vehicle.visibleFraction()).isBetween(0.4, 1.0);
            assertThat(vehicle.xMin()).isBetween(0.0, vehicle.xMax());
            assertThat(vehicle.yMin()).isBetween(0.0, vehicle.yMax());
            assertThat(vehicle.xMax()).isLessThanOrEqualTo(640);
            assertThat(vehicle.yMax()).isLessThanOrEqualTo(480);
        });
    }

    @Test
    void aBoxHoldsEveryPixelOfItsVehicleAndTouchesThemOnEachSide() {
        CityConfig options = CityConfig.defaults();
        World world = World.of(options);
        CameraSite site =
                CameraSite.of(options.seed(), options.cameras(), world.roads()).get(0);
        SceneRenderer renderer = new SceneRenderer(options.seed(), site, world.sky(), world.traffic());
        for (int second = 0; second < 60; second++) {
            SceneRenderer.RenderedScene scene = renderer.render(second);
            for (VisibleVehicle vehicle : Truth.of(scene, site.view())) {
                int owner = ownerOf(scene, vehicle);
                int[] pixels = pixelBounds(scene, owner);
                assertThat((double) pixels[0]).isGreaterThanOrEqualTo(vehicle.xMin());
                assertThat((double) pixels[1]).isGreaterThanOrEqualTo(vehicle.yMin());
                assertThat((double) pixels[2]).isLessThan(vehicle.xMax());
                assertThat((double) pixels[3]).isLessThan(vehicle.yMax());
                if (vehicle.visibleFraction() == 1) {
                    assertThat(new double[] {pixels[0], pixels[1], pixels[2] + 1, pixels[3] + 1})
                            .containsExactly(vehicle.xMin(), vehicle.yMin(), vehicle.xMax(), vehicle.yMax());
                }
            }
        }
    }

    @Test
    void mostVehiclesStandInTheCarriagewayPolygonOfTheirCamera() {
        int inside = 0;
        int all = 0;
        for (int i = 0; i < FRAMES; i++) {
            Polygon carriageway = polygon(city.cameras().get(i * 97 % 8).carriagewayPolygon());
            for (VisibleVehicle vehicle : truths.get(i)) {
                all++;
                double x = (vehicle.xMin() + vehicle.xMax()) / 2;
                inside += carriageway.contains(x, vehicle.yMax() - 3) ? 1 : 0;
            }
        }
        assertThat((double) inside / all).isGreaterThan(0.95);
    }

    @Test
    void aCarriagewayPolygonIsAClosedPolygonInTheUnitSquareThatCoversAGoodPartOfIt() {
        assertThat(city.cameras()).hasSize(8).allSatisfy(camera -> {
            String[] corners = corners(camera.carriagewayPolygon());
            assertThat(corners[0]).isEqualTo(corners[corners.length - 1]);
            assertThat(Arrays.stream(corners).flatMap(c -> Arrays.stream(c.split(" "))))
                    .allSatisfy(value -> assertThat(Double.parseDouble(value)).isBetween(0.0, 1.0));
            Polygon carriageway = polygon(camera.carriagewayPolygon());
            int covered = 0;
            for (int y = 5; y < 480; y += 10) {
                for (int x = 5; x < 640; x += 10) {
                    covered += carriageway.contains(x, y) ? 1 : 0;
                }
            }
            assertThat(covered / (48.0 * 64)).isBetween(0.3, 0.95);
        });
    }

    private static int ownerOf(SceneRenderer.RenderedScene scene, VisibleVehicle vehicle) {
        for (int i = 0; i < scene.cast().size(); i++) {
            if (scene.cast().get(i).state().vehicle().id().equals(vehicle.vehicleId())) {
                return i;
            }
        }
        throw new AssertionError(vehicle.vehicleId() + " was never on the stage");
    }

    private static int[] pixelBounds(SceneRenderer.RenderedScene scene, int owner) {
        int[] bounds = {640, 480, -1, -1};
        for (int pixel = 0; pixel < 640 * 480; pixel++) {
            if (scene.canvas().ownerAt(pixel % 640, pixel / 640) == owner) {
                bounds[0] = Math.min(bounds[0], pixel % 640);
                bounds[1] = Math.min(bounds[1], pixel / 640);
                bounds[2] = Math.max(bounds[2], pixel % 640);
                bounds[3] = Math.max(bounds[3], pixel / 640);
            }
        }
        return bounds;
    }

    private static Polygon polygon(String wkt) {
        Polygon polygon = new Polygon();
        for (String corner : corners(wkt)) {
            String[] xy = corner.split(" ", -1);
            polygon.addPoint((int) Math.round(Double.parseDouble(xy[0]) * 640), (int)
                    Math.round(Double.parseDouble(xy[1]) * 480));
        }
        return polygon;
    }

    private static String[] corners(String wkt) {
        assertThat(wkt).startsWith("POLYGON ((").endsWith("))");
        return wkt.substring("POLYGON ((".length(), wkt.length() - 2).split(", ");
    }
}
