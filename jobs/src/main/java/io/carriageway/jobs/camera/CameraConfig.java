package io.carriageway.jobs.camera;

import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.camera.picture.PictureStore;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.alert.AlertConfig;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.io.files.BucketPictures;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.row.CameraFrameRow;
import java.io.IOException;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The camera job's options, parsed.
 *
 * @param intake the intake of frames, which a live run passes to the model
 * @param seen the intake of stored detections, which a replay counts again
 */
record CameraConfig(
        JobResources resources,
        Topics topics,
        InferenceConfig inference,
        FrameConfig pictures,
        IntakeConfig<CameraFrame> intake,
        IntakeConfig<FrameDetections> seen,
        AlertConfig alerts) {

    /** The topics read and written; {@code group} is the consumer group that commits offsets, for monitoring only. */
    record Topics(String camera, String detection, String group) {}

    /** @param flink Flink's settings, which name the folders of its state */
    static CameraConfig from(ReadableConfig flink, String... args) throws IOException {
        var given = JobArguments.parse(args, CameraOptions.ALL, JobResourceOptions.ENVIRONMENT);
        FrameBuckets.requireApart(given, flink);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, CameraJob.TOPIC);
        resources.replay().requireWhole(timing.eventWindows(CameraPipeline.WINDOW));
        requireDetections(resources.replay());
        requireApartWhereFramesAreLeftOut(resources);
        return new CameraConfig(
                resources,
                new Topics(
                        JobArguments.require(given, CameraJob.TOPIC.option()),
                        JobArguments.require(given, CameraJob.DETECTION.option()),
                        JobArguments.require(given, CameraOptions.GROUP)),
                InferenceConfig.of(given),
                FrameConfig.of(given),
                IntakeConfig.of(CameraJob.TOPIC, given, timing, resources.registry()),
                IntakeConfig.of(CameraJob.DETECTION, given, timing, resources.registry())
                        .ofMixedPartitions(),
                AlertConfig.of(given));
    }

    private static void requireDetections(Replay replay) {
        if (replay.includesLate() && !replay.redetects()) {
            throw new IllegalArgumentException(
                    "option --include-late needs --redetect true: late frames have no detections yet");
        }
    }

    /** Frames that are left out would lower rows of the live job, and remove some. */
    private static void requireApartWhereFramesAreLeftOut(JobResources resources) {
        var replay = resources.replay();
        if (!replay.redetects() || !replay.gapsAllowed()) {
            return;
        }
        if (!resources.mysql().isApart()) {
            throw new IllegalArgumentException(
                    "options --redetect true and --allow-gaps true together need --mysql.schema, another database than that of --mysql.url: frames that are left out would lower its rows");
        }
        if (resources.published() != null && !resources.publishesApart()) {
            throw new IllegalArgumentException(
                    "with --redetect true and --allow-gaps true --publish must not be --lake: frames that are left out would lower its rows");
        }
    }

    /** The frames for the model, of a live run and of one that redetects. */
    EventInput<CameraFrameRow, CameraFrame> frames() {
        return EventInput.owned(topics.camera(), topics.group(), intake, CameraJob.TOPIC);
    }

    /**
     * The store of pictures. A kept picture must have the bytes of its first inspection, because senders may replace
     * the object at its address.
     */
    PictureStore pictureStore() {
        var pictures = new BucketPictures();
        return resources.replay().readsLake() && resources.replay().redetects()
                ? new NamedByContent(pictures)
                : pictures;
    }

    /** The frames whose pictures the run keeps. Such a run must also write the rows that record the addresses. */
    FrameKeeping keeping() {
        var writesFrames =
                !resources.replay().isBounded() || (!resources.replay().readsLake() && resources.publishesApart());
        return writesFrames ? pictures.keeping() : FrameKeeping.NONE;
    }

    /** The stored detections, which any other replay counts again. */
    EventInput<FrameDetections, FrameDetections> detections() {
        return EventInput.read(topics.detection(), topics.group(), seen, CameraJob.DETECTION);
    }
}
