package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;

/** The options of the model that examines frames, and of the resources that it may use. */
final class InferenceOptions {

    static final ConfigOption<String> MODEL = key("model")
            .stringType()
            .defaultValue("classpath:models/city-nano.onnx")
            .withDescription(
                    "Address of the detector, classpath:, s3: or file:, which is an .onnx file with its .json card beside it. The client reads a file: address, and the file travels with the job. Add ;2026-03-02T07:30:00Z=ADDRESS for another model that counts what is captured from that minute on (docs/jobs/camera.md#changing-the-model).");

    static final ConfigOption<Integer> WORKERS = key("inference.workers")
            .intType()
            .defaultValue(1)
            .withDescription(
                    "Number of pictures that one subtask examines at once. A larger value uses more cores, but workers x parallelism above the number of cores only adds waiting.");

    static final ConfigOption<Duration> TIMEOUT = key("inference.timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(20))
            .withDescription(
                    "Greatest time for the inference of one picture. A picture that takes longer is tried again on a fresh worker. Set it far above any healthy time, or healthy frames are rejected.");

    static final ConfigOption<Integer> ATTEMPTS = key("inference.attempts")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "Number of timeouts after which a picture is rejected as inference-hangs. A larger value gives a picture more chances.");

    static final ConfigOption<MemorySize> MAX_PICTURE = key("picture.max-bytes")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(16))
            .withDescription(
                    "Largest picture file in bytes. A larger one is rejected as picture-too-large, before it is decoded.");

    static final ConfigOption<Integer> MAX_MEGAPIXELS = key("picture.max-megapixels")
            .intType()
            .defaultValue(16)
            .withDescription(
                    "Largest picture in millions of pixels, by its header and before it is turned upright. A larger one is rejected as picture-too-large, before it is decoded.");

    static final ConfigOption<MemorySize> PICTURE_MEMORY = key("picture.memory")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(512))
            .withDescription(
                    "Memory in bytes that all pictures in a TaskManager process may take while they are decoded, at least 128 mb. A picture that finds no room waits. A larger value lets more workers decode large pictures at once.");

    static final List<ConfigOption<?>> ALL =
            List.of(MODEL, WORKERS, TIMEOUT, ATTEMPTS, MAX_PICTURE, MAX_MEGAPIXELS, PICTURE_MEMORY);

    private InferenceOptions() {}
}
