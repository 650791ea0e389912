package io.carriageway.jobs.simulate;

import io.carriageway.city.CityEvent;
import io.carriageway.city.CityFeed;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.definition.Submission;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.io.kafka.EventSink;
import io.carriageway.jobs.io.kafka.InputTopics;
import io.carriageway.jobs.topology.Steps;
import java.time.Clock;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Publishes the simulated city to its topics: a prologue at once, then in real time or at a rate, until an exact end.
 */
public final class SimulateJob {

    public static final Program PROGRAM =
            new Program("simulate", SimulateJob.class, () -> SimulateOptions.ALL, Map.of());

    private SimulateJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        Submission.prepare(() -> {
            attach(env, args);
            return env;
        });
        var result = env.execute(Environments.graph(env, PROGRAM.flinkName()));
        // a detached client does not wait for the end
        if (result.isJobExecutionResult()) {
            System.out.println("simulated " + result.getAllAccumulatorResults());
        }
    }

    /** Builds the job from its options, without executing it. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = SimulateConfig.from(Clock.systemUTC(), args);
        Environments.prepare(env);
        config.feeds().forEach(feed -> publish(env, config, feed));
    }

    /** Adds the steps: turns, at the topic's pace -> the event of each turn that has one -> topic. */
    private static <E extends SpecificRecordBase> void publish(
            StreamExecutionEnvironment env, SimulateConfig config, CityFeed<E> feed) {
        var span = config.span(feed);
        if (span.turns() < 1) {
            return;
        }
        long first = span.first();
        var turns = new DataGeneratorSource<Long>(
                turn -> first + turn,
                span.turns(),
                new PrologueThenRate(span.prologue(), span.perSecond()),
                Types.LONG);
        Steps.source(env, feed.name() + "-turns", turns, WatermarkStrategy.noWatermarks(), 1)
                .flatMap(feed.name() + "-events", new TakeTurns<>(config.city(), feed), type(feed))
                .sink(
                        feed.name() + "-topic",
                        EventSink.to(config.kafka(), config.topic(feed), form(feed), InputTopics.none()));
    }

    private static <E extends SpecificRecordBase> EventForm<CityEvent<E>, E> form(CityFeed<E> feed) {
        var keyOfEvent = feed.key();
        return new EventForm<>(
                feed.record(),
                CityEvent::event,
                event -> keyOfEvent.of(event.event()),
                CityEvent::arrivalMillis,
                feed.largestBytes());
    }

    @SuppressWarnings("unchecked") // the class of the envelope does not contain the event's class, which is known here
    private static <E extends SpecificRecordBase> TypeInformation<CityEvent<E>> type(CityFeed<E> feed) {
        return Types.POJO(
                (Class<CityEvent<E>>) (Class<?>) CityEvent.class,
                Map.of("event", new AvroTypeInfo<>(feed.record()), "arrivalMillis", Types.LONG));
    }
}
