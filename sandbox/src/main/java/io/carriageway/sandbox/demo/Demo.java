package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.demo.board.Screen;
import io.carriageway.sandbox.demo.terminal.CtrlC;
import io.carriageway.sandbox.demo.totals.Summary;
import io.carriageway.text.Printable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts everything, shows the live counts of the city, and reports after DEMO_SECONDS whether all totals agree. */
public final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private Demo() {}

    public static void main(String[] args) {
        System.exit(exitCode());
    }

    private static int exitCode() {
        try (var ctrlC = CtrlC.watched()) {
            try {
                var summary = run(DemoConfig.fromEnvironment(System.getenv()), ctrlC);
                var warnings = LogWarnings.in(Path.of(System.getProperty("log.file")));
                summary.lines().forEach(System.out::println);
                System.out.println(warnings.line());
                var faults = Stream.concat(summary.faults().stream(), warnings.fault().stream())
                        .toList();
                faults.forEach(fault -> System.err.println("unsound: " + fault));
                return faults.isEmpty() ? 0 : 1;
            } catch (Exception e) {
                LOG.error("The demo failed", e);
                if (!ctrlC.happened()) {
                    System.err.println("demo: "
                            + Printable.of(String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
                }
                return 1;
            }
        }
    }

    private static Summary run(DemoConfig options, CtrlC ctrlC) throws Exception {
        try (var sandbox = Sandbox.start(options.sandbox())) {
            var data = "data=" + sandbox.folder();
            ctrlC.say(options.keepData() ? data : "Stopping.");
            Addresses.of(sandbox).lines().forEach(System.out::println);
            var scenario = Scenario.at(Clock.systemUTC().instant(), options.life());
            try (var run = DemoRun.start(sandbox, scenario, options)) {
                System.out.println("Waiting for the first row of counts.");
                var firstRowSeconds = run.awaitFirstRow();
                run.watch(Screen.on(System.out).until(ctrlC::happened));
                var summary = run.finish(firstRowSeconds);
                if (options.keepData()) {
                    System.out.println(data);
                }
                return summary;
            }
        }
    }
}
