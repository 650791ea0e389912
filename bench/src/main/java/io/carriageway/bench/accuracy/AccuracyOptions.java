package io.carriageway.bench.accuracy;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.vision.input.Resample;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@code make accuracy}, which has each as a variable in capitals. */
final class AccuracyOptions {

    static final ConfigOption<String> MODEL = key("model")
            .stringType()
            .defaultValue("classpath:models/city-nano.onnx")
            .withDescription("Address of the detector: a file, or an address as in the camera job's --model.");

    static final ConfigOption<String> CARD = key("card")
            .stringType()
            .noDefaultValue()
            .withDescription("File of the model's card, if it is not beside the model.");

    static final ConfigOption<Resample> RESAMPLE = key("resample")
            .enumType(Resample.class)
            .noDefaultValue()
            .withDescription("Scaling of pictures, bilinear or area, instead of what the card says.");

    static final ConfigOption<String> IMAGES = key("images")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of .jpg, .jpeg, .png and .webp pictures.");

    static final ConfigOption<String> LABELS = key("labels")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of YOLO labels: a .txt of the same name for each picture.");

    static final ConfigOption<String> ALIASES = key("aliases")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Vehicles that other class names of the labels stand for: bike=bicycle,van=truck. A class that is not counted: person=none.");

    static final ConfigOption<String> OUT = key("out")
            .stringType()
            .noDefaultValue()
            .withDescription("Path of the report; .md and .json are appended to it.");

    static final List<ConfigOption<?>> ALL = List.of(MODEL, CARD, RESAMPLE, IMAGES, LABELS, ALIASES, OUT);

    private AccuracyOptions() {}
}
