package io.carriageway.verify.poison;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends every kind of bad record to the running jobs and prints the outcome of each. The exit status is 1 if a record
 * stopped a job, got an unexpected verdict, or used too much memory or time.
 */
public final class Poison {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Poison() {}

    public static void main(String[] args) throws Exception {
        try (var sandbox = Sandbox.start(SandboxConfig.fromEnvironment(System.getenv()))) {
            System.exit(run(sandbox, System.out) ? 0 : 1);
        }
    }

    static boolean run(Sandbox sandbox, PrintStream out) throws Exception {
        out.println(Outcome.head());
        var failed = new ArrayList<Outcome>();
        for (var topic : PoisonTopic.all()) {
            try (var registry = HostileRegistry.start(topic.schema())) {
                new PoisonTrial(sandbox, topic, registry.url(), LONGEST, outcome -> {
                            out.println(outcome.line());
                            if (!outcome.holds()) {
                                failed.add(outcome);
                            }
                        })
                        .of(kinds(topic, sandbox.s3().bucket()));
            }
        }
        out.printf("%d kinds failed%n", failed.size());
        return failed.isEmpty();
    }

    /** All kinds for a topic; pictures may be read from this bucket. */
    static List<PoisonKind> kinds(PoisonTopic topic, String bucket) {
        var kinds = new ArrayList<PoisonKind>();
        kinds.addAll(WireKinds.of(topic));
        kinds.addAll(WireKinds.large(topic));
        kinds.addAll(JsonKinds.of(topic));
        kinds.addAll(FieldKinds.of(topic));
        kinds.addAll(FieldKinds.texts(topic));
        kinds.addAll(RegistryKinds.of(topic));
        if (topic == PoisonTopic.CAMERA) {
            kinds.addAll(PictureKinds.inFrames());
            kinds.addAll(PictureKinds.byReference(bucket));
        }
        kinds.addAll(TimestampKinds.of(topic));
        return kinds;
    }
}
