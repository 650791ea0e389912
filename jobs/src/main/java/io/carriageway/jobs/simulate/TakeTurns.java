package io.carriageway.jobs.simulate;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.city.CityEvent;
import io.carriageway.city.CityFeed;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Emits the event of turn i of a topic. The city itself is built where its events are made. Counts the events for the
 * job's last line.
 */
final class TakeTurns<E extends SpecificRecordBase> extends RichFlatMapFunction<Long, CityEvent<E>> {

    private final CityConfig options;
    private final CityFeed<E> feed;
    private final LongCounter events = new LongCounter();
    private transient City city;

    TakeTurns(CityConfig options, CityFeed<E> feed) {
        this.options = options;
        this.feed = feed;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(feed.name(), events);
        city = City.of(options);
    }

    @Override
    public void flatMap(Long index, Collector<CityEvent<E>> out) {
        feed.event().of(city, index).ifPresent(event -> {
            events.add(1L);
            out.collect(event);
        });
    }
}
