package io.carriageway.jobs.camera;

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
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** The model that examines the frames, and the resources that it may use. */
record InferenceConfig(
        ModelSchedule<String> model,
        int workers,
        Duration timeout,
        int attempts,
        MemorySize maxPicture,
        int maxMegapixels,
        MemorySize pictureMemory) {

    private static final String MEMORY_OF_ONE = (PictureConfig.DECODING_BYTES >> 20) + " mb";
    private static final long PIXELS_PER_MEGAPIXEL = 1_000_000;

    static InferenceConfig of(Configuration configuration) {
        return new InferenceConfig(
                ModelScheduleText.parse(JobArguments.require(configuration, InferenceOptions.MODEL)),
                JobArguments.require(configuration, InferenceOptions.WORKERS),
                JobArguments.require(configuration, InferenceOptions.TIMEOUT),
                JobArguments.require(configuration, InferenceOptions.ATTEMPTS),
                JobArguments.require(configuration, InferenceOptions.MAX_PICTURE),
                JobArguments.require(configuration, InferenceOptions.MAX_MEGAPIXELS),
                JobArguments.require(configuration, InferenceOptions.PICTURE_MEMORY));
    }

    /**
     * Checks all values on the client. A value that only fails where the workers are created would fail again after
     * each restart.
     */
    InferenceConfig {
        requireSome(InferenceOptions.WORKERS, workers);
        requireSome(InferenceOptions.ATTEMPTS, attempts);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("option --%s must be at least 1 ms, but is %s"
                    .formatted(InferenceOptions.TIMEOUT.key(), TimeUtils.formatWithHighestUnit(timeout)));
        }
        if (maxPicture.getBytes() < 1 || maxPicture.getBytes() > PictureConfig.DECODING_BYTES) {
            throw new IllegalArgumentException("option --%s must be from 1 byte to %s, the memory limit of one picture"
                            .formatted(InferenceOptions.MAX_PICTURE.key(), MEMORY_OF_ONE)
                    + ", but is " + maxPicture);
        }
        requireSome(InferenceOptions.MAX_MEGAPIXELS, maxMegapixels);
        if (pictureMemory.getBytes() < PictureConfig.DECODING_BYTES) {
            throw new IllegalArgumentException(
                    "option --%s must be at least %s, the memory limit of one picture, but is %s"
                            .formatted(InferenceOptions.PICTURE_MEMORY.key(), MEMORY_OF_ONE, pictureMemory));
        }
    }

    private static void requireSome(ConfigOption<Integer> option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "option --%s must be at least 1, but is %d".formatted(option.key(), value));
        }
    }

    /**
     * The detectors of the models that the options name. Reads all cards at once, so that an invalid one fails here. A
     * file: address is the client's, so the file travels with the job.
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
        var limits =
                new PictureConfig(maxPictureBytes(), maxMegapixels * PIXELS_PER_MEGAPIXEL, pictureMemory.getBytes());
        var source = ModelSource.at(address);
        return OnnxDetectorFactory.of(address.startsWith("file:") ? source.carried() : source, limits);
    }

    DetectionConfig with(ModelSchedule<DetectorFactory> detectors) {
        return new DetectionConfig(detectors, workers, timeout, attempts);
    }

    int maxPictureBytes() {
        return (int) maxPicture.getBytes();
    }
}
