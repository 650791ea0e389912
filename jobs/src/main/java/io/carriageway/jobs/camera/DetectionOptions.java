package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.inference.ModelScheduleText;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.onnx.OnnxDetectorFactory;
import io.carriageway.vision.picture.PictureConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** Which model looks at the frames, and what it may cost. */
record DetectionOptions(
        ModelSchedule<String> model,
        int workers,
        Duration timeout,
        int attempts,
        MemorySize maxPicture,
        int maxMegapixels,
        MemorySize pictureMemory) {

    private static final ConfigOption<String> MODEL = key("model")
            .stringType()
            .defaultValue("classpath:models/city-nano.onnx")
            .withDescription(
                    "The detector: classpath:, s3: or file: address of an .onnx file with its .json card beside it. A file is the client's, and travels with the job. Add ;2026-03-02T07:30:00Z=ADDRESS to have another count what is captured from that minute on (docs/jobs/camera.md#changing-the-model).");
    private static final ConfigOption<Integer> WORKERS = key("inference.workers")
            .intType()
            .defaultValue(1)
            .withDescription(
                    "Number of pictures looked at at once in one subtask. A larger value uses more cores; workers x parallelism beyond their number only adds waiting.");
    private static final ConfigOption<Duration> TIMEOUT = key("inference.timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(20))
            .withDescription(
                    "A picture that takes longer is tried again on a fresh worker. Must be far above any healthy time, or healthy frames are rejected.");
    private static final ConfigOption<Integer> ATTEMPTS = key("inference.attempts")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "Number of timeouts after which a picture is rejected as inference-hangs. A larger value gives a picture more chances.");
    private static final ConfigOption<MemorySize> MAX_PICTURE = key("picture.max-bytes")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(16))
            .withDescription(
                    "Largest picture file in bytes. A larger one is rejected as picture-too-large, before it is decoded.");
    private static final ConfigOption<Integer> MAX_MEGAPIXELS = key("picture.max-megapixels")
            .intType()
            .defaultValue(16)
            .withDescription(
                    "Largest picture in millions of pixels, by its header and before it is turned upright. A larger one is rejected as picture-too-large, before it is decoded.");
    private static final ConfigOption<MemorySize> PICTURE_MEMORY = key("picture.memory")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(512))
            .withDescription(
                    "Memory in bytes that all pictures in a TaskManager process may take while they are decoded, at least 128 mb. A picture that finds no room waits. A larger value lets more workers decode large pictures at once.");

    private static final String MEMORY_OF_ONE = (PictureConfig.DECODING_BYTES >> 20) + " mb";
    private static final long PIXELS_PER_MEGAPIXEL = 1_000_000;

    static final List<ConfigOption<?>> ALL =
            List.of(MODEL, WORKERS, TIMEOUT, ATTEMPTS, MAX_PICTURE, MAX_MEGAPIXELS, PICTURE_MEMORY);

    static DetectionOptions of(Configuration configuration) {
        return new DetectionOptions(
                ModelScheduleText.parse(JobArguments.require(configuration, MODEL)),
                JobArguments.require(configuration, WORKERS),
                JobArguments.require(configuration, TIMEOUT),
                JobArguments.require(configuration, ATTEMPTS),
                JobArguments.require(configuration, MAX_PICTURE),
                JobArguments.require(configuration, MAX_MEGAPIXELS),
                JobArguments.require(configuration, PICTURE_MEMORY));
    }

    /** What fails only where the workers are made would fail again with each restart. */
    DetectionOptions {
        requireSome(WORKERS, workers);
        requireSome(ATTEMPTS, attempts);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("option --%s must be at least 1 ms, but is %s"
                    .formatted(TIMEOUT.key(), TimeUtils.formatWithHighestUnit(timeout)));
        }
        if (maxPicture.getBytes() < 1 || maxPicture.getBytes() > PictureConfig.DECODING_BYTES) {
            throw new IllegalArgumentException("option --%s must be from 1 byte to %s, which a picture may take at most"
                            .formatted(MAX_PICTURE.key(), MEMORY_OF_ONE)
                    + ", but is " + maxPicture);
        }
        requireSome(MAX_MEGAPIXELS, maxMegapixels);
        if (pictureMemory.getBytes() < PictureConfig.DECODING_BYTES) {
            throw new IllegalArgumentException("option --%s must be at least %s, which one picture may take, but is %s"
                    .formatted(PICTURE_MEMORY.key(), MEMORY_OF_ONE, pictureMemory));
        }
    }

    private static void requireSome(ConfigOption<Integer> option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "option --%s must be at least 1, but is %d".formatted(option.key(), value));
        }
    }

    /**
     * The detectors of the models that the options name; all cards are read at once, so that a wrong one fails here. A
     * file is the client's, so it travels with the job.
     */
    ModelSchedule<DetectorFactory> detectors() throws IOException {
        var byAddress = new HashMap<String, DetectorFactory>();
        for (var stage : model.stages()) {
            if (!byAddress.containsKey(stage.model())) {
                byAddress.put(stage.model(), detectors(stage.model()));
            }
        }
        return model.map(byAddress::get);
    }

    private DetectorFactory detectors(String address) throws IOException {
        var limits = new PictureConfig(
                (int) maxPicture.getBytes(), maxMegapixels * PIXELS_PER_MEGAPIXEL, pictureMemory.getBytes());
        var source = ModelSource.at(address);
        return OnnxDetectorFactory.of(address.startsWith("file:") ? source.carried() : source, limits);
    }

    DetectionConfig with(ModelSchedule<DetectorFactory> detectors) {
        return new DetectionConfig(detectors, workers, timeout, attempts);
    }
}
