package io.carriageway.jobs.simulate;

import io.carriageway.city.City;
import io.carriageway.city.CityOptions;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Frame i of the city; the city itself is built where the frames are made. */
final class FrameGenerator implements GeneratorFunction<Long, SimulatedFrame> {

    private final CityOptions options;
    private transient City city;

    FrameGenerator(CityOptions options) {
        this.options = options;
    }

    @Override
    public void open(SourceReaderContext context) {
        city = City.of(options);
    }

    @Override
    public SimulatedFrame map(Long index) {
        var frame = city.frame(index);
        return new SimulatedFrame(frame.frame(), frame.arrivalMillis());
    }
}
