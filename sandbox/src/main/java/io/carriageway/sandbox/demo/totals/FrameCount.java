package io.carriageway.sandbox.demo.totals;

import java.util.List;
import java.util.Locale;

/**
 * Frames and vehicles by the table and by topic detection, beside the plan and the truth.
 *
 * @param planned frames that the simulator should send
 * @param score of topic detection
 */
public record FrameCount(long planned, FrameSum table, Score score) {

    List<String> lines() {
        return List.of(
                "frames=" + table.frames(),
                "vehicles_counted=" + table.vehicles(),
                "vehicles_truth=" + score.truth(),
                String.format(Locale.ROOT, "count_mae=%.3f", score.meanAbsoluteError()));
    }

    /** The disagreements after the drain. */
    void check(Faults faults, TopicState camera, LakeContents lake) {
        var accepted = camera.ledger().accepted();
        faults.compare("frames sent", camera.records(), "frames planned", planned);
        faults.compare("frames in camera_traffic_1m", table.frames(), "accepted", accepted);
        faults.compare("frames in detection", score.frames(), "accepted", accepted);
        faults.compare("rows of lake/frame_detections", lake.rows("frame_detections"), "accepted", accepted);
        faults.compare("vehicles in camera_traffic_1m", table.vehicles(), "vehicles in detection", score.counted());
    }
}
