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
 * Prevents a restart with another option {@code model} from giving a minute a second model. Each minute that has been
 * counted and may still get frames must keep its model. A further restart would meet the same conflict, so it fails the
 * job without restarts, and the message gives an option that works.
 */
final class ModelGuard {

    private final List<Turn> turns = new ArrayList<>();
    private final Duration settledAfter;
    private long newestArrivalMillis = Long.MIN_VALUE;
    private long newestCapturedMillis = Long.MIN_VALUE;

    /** @param settledAfter how far before the newest arrival a minute must lie to get no more frames */
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

    /** Restores the memories of all subtasks. They had the same option, and each had its own frames. */
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
                    "Option --model would give a minute two models: minute %s was counted by %s, and the option now has %s. To change at the next minute and keep the counted ones, give --model '%s'"
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

    /**
     * Addresses by model id. If both options name a model, the new address is used, because the file may have moved.
     */
    private Map<String, String> addresses(List<Turn> before) {
        var addresses = new HashMap<String, String>();
        before.forEach(turn -> addresses.put(turn.modelId(), turn.location()));
        turns.forEach(turn -> addresses.put(turn.modelId(), turn.location()));
        return addresses;
    }
}
