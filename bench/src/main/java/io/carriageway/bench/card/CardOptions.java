package io.carriageway.bench.card;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@code make card}, which has each as a variable in capitals. */
final class CardOptions {

    static final ConfigOption<String> MODEL =
            key("model").stringType().noDefaultValue().withDescription("The model's .onnx file.");

    static final ConfigOption<String> OUT = key("out")
            .stringType()
            .noDefaultValue()
            .withDescription("File of the card, instead of the .json file beside the model.");

    static final ConfigOption<String> SIZE = key("size")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Width and height of the model's canvas in pixels, like 640x384, if its file contains neither.");

    static final ConfigOption<String> CLASSES = key("classes")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Names of the model's classes in its order, separated by commas; coco for the 80 of COCO.");

    static final ConfigOption<String> ALIASES = key("aliases")
            .stringType()
            .defaultValue("")
            .withDescription("Classes that count as a vehicle of another name: van=truck,bike=bicycle.");

    static final List<ConfigOption<?>> ALL = List.of(MODEL, OUT, SIZE, CLASSES, ALIASES);

    private CardOptions() {}
}
