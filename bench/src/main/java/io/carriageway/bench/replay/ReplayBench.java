package io.carriageway.bench.replay;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the cost of position reports, live and by every kind of bounded run, one after the other in this JVM, and
 * checks that all give the same rows.
 */
public final class ReplayBench {

    /** Not measured: otherwise the first run would include the compilation of the shared code. */
    private static final long WARM_UP_EVENTS = 100_000;

    private ReplayBench() {}

    public static void main(String[] args) {
        System.exit(exitCode(args));
    }

    private static int exitCode(String... args) {
        try (var sandbox = Sandbox.start(SandboxConfig.fromEnvironment(System.getenv()));
                var meter = CpuMeter.start()) {
            var table = run(ReplayBenchConfig.from(args), sandbox, meter);
            table.lines().forEach(System.out::println);
            table.differences().forEach(System.err::println);
            return table.differences().isEmpty() ? 0 : 1;
        } catch (Exception failure) {
            failure.printStackTrace();
            return 1;
        }
    }

    private static CostTable run(ReplayBenchConfig options, Sandbox sandbox, CpuMeter meter) throws Exception {
        var city = new CityReports(options.seed());
        var roads = Files.writeString(sandbox.folder().resolve("roads.geojson"), city.roads());
        say("Filling the topics.");
        var warmUp = ReportTopic.fill(sandbox, "warm_up", city, Math.min(options.events(), WARM_UP_EVENTS));
        var topic = ReportTopic.fill(sandbox, "measured", city, options.events());
        say(
                "%,d reports, %d bytes each, %s to %s",
                topic.reports(), topic.bytes() / topic.reports(), topic.from(), topic.to());
        var machine = ManagementFactory.getOperatingSystemMXBean();
        say(
                "%d cores with a load of %.1f before the runs, Java %s, at most %d MB of heap",
                machine.getAvailableProcessors(),
                machine.getSystemLoadAverage(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
        say("Warming up with %,d.", warmUp.reports());
        trials(new TelemetryTrials(sandbox, meter, warmUp, roads), options.ways());
        return new CostTable(trials(new TelemetryTrials(sandbox, meter, topic, roads), options.ways()));
    }

    private static List<Trial> trials(TelemetryTrials trials, List<Way> ways) throws Exception {
        var done = new ArrayList<Trial>();
        for (var way : ways) {
            var trial = trials.run(way);
            say("%s: %.1f s", way.title(), trial.wallSeconds());
            done.add(trial);
        }
        return done;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
