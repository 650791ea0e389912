package io.carriageway.sandbox.demo.totals;

import io.carriageway.event.FrameDetections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The score in all and by camera and minute. The topic holds a detection at least once, so each source record counts
 * only when it first comes.
 */
public final class Scoreboard {

    private record Cell(String cameraId, Instant minute) {}

    private final ToIntFunction<FrameDetections> truth;
    private final Map<Integer, BitSet> seenOffsetsByPartition = new HashMap<>();
    private final Map<Cell, Score> cells = new HashMap<>();
    private Score total = Score.NONE;

    public Scoreboard(ToIntFunction<FrameDetections> truth) {
        this.truth = truth;
    }

    public void add(FrameDetections frame) {
        var seen = seenOffsetsByPartition.computeIfAbsent(frame.getSourcePartition(), partition -> new BitSet());
        var offset = Math.toIntExact(frame.getSourceOffset());
        if (seen.get(offset)) {
            return;
        }
        seen.set(offset);
        var counted = frame.getDetections().size();
        var there = truth.applyAsInt(frame);
        total = total.add(counted, there);
        var cell = new Cell(frame.getCameraId(), frame.getCapturedAt().truncatedTo(ChronoUnit.MINUTES));
        cells.put(cell, cells.getOrDefault(cell, Score.NONE).add(counted, there));
    }

    public Score total() {
        return total;
    }

    public Score of(String cameraId, Instant minute) {
        return cells.getOrDefault(new Cell(cameraId, minute), Score.NONE);
    }
}
