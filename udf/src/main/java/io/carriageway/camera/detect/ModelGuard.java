package io.carriageway.camera.detect;

import io.carriageway.camera.detect.ModelMemory.Turn;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.inference.ModelSchedule.Stage;
import io.carriageway.vision.inference.ModelScheduleText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Keeps a restart with another option {@code model} from giving a minute a second model: every minute that has been
 * counted and may still get frames must keep its own. A restart can only meet the same conflict again, so it ends the
 * job for good, with an option that works.
 */
final class ModelGuard {

    private final List<Turn> turns = new ArrayList<>();
    private final Duration settledAfter;
    private long newestArrivalMillis = Long.MIN_VALUE;
    private long newestCapturedMillis = Long.MIN_VALUE;

    /** Takes how far before the newest arrival a minute lies that can get no more frames. */
    ModelGuard(ModelSchedule<DetectorFactory> detectors, Duration settledAfter) {
        this.settledAfter = settledAfter;
        for (var stage : detectors.stages()) {
            turns.add(new Turn(
                    stage.fromMillis(), stage.model().modelId(), stage.model().location()));
        }
    }

    void saw(long arrivalMillis, long capturedAtMillis) {
        newestArrivalMillis = Math.max(newestArrivalMillis, arrivalMillis);
        newestCapturedMillis = Math.max(newestCapturedMillis, capturedAtMillis);
    }

    ModelMemory memory() {
        return new ModelMemory(List.copyOf(turns), newestArrivalMillis, newestCapturedMillis);
    }

    /** Takes the memories of all subtasks, which had the same option and each its own frames. */
    void restore(Iterable<ModelMemory> memories) {
        var before = new TreeSet<>(Comparator.comparingLong(Turn::fromMillis));
        for (var memory : memories) {
            before.addAll(memory.turns());
            saw(memory.newestArrivalMillis(), memory.newestCapturedMillis());
        }
        if (newestCapturedMillis != Long.MIN_VALUE) {
            requireAgreement(List.copyOf(before));
        }
    }

    private void requireAgreement(List<Turn> before) {
        long oldestOpen = newestArrivalMillis - settledAfter.toMillis();
        var old = ids(before);
        var now = ids(turns);
        old.firstDifference(now, oldestOpen, newestCapturedMillis).ifPresent(minute -> {
            long next = ModelSchedule.minuteAfter(newestCapturedMillis);
            var option = old.since(oldestOpen).until(next, now).map(addresses(before)::get);
            throw new SuppressRestartsException(new IllegalStateException(
                    "Option --model would give a minute two models: minute %s was that of %s, now it says %s. To keep every counted minute as it is and change at the next one, say --model '%s'"
                            .formatted(
                                    Instant.ofEpochMilli(minute),
                                    old.at(minute),
                                    now.at(minute),
                                    ModelScheduleText.of(option))));
        });
    }

    private static ModelSchedule<String> ids(List<Turn> turns) {
        return new ModelSchedule<>(turns.stream()
                .map(turn -> new Stage<>(turn.fromMillis(), turn.modelId()))
                .toList());
    }

    /** By id; of a model that both options name, the address of now, for a file may have moved. */
    private Map<String, String> addresses(List<Turn> before) {
        var addresses = new HashMap<String, String>();
        before.forEach(turn -> addresses.put(turn.modelId(), turn.location()));
        turns.forEach(turn -> addresses.put(turn.modelId(), turn.location()));
        return addresses;
    }
}
