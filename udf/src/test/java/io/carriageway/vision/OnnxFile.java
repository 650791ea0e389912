package io.carriageway.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tiny ONNX models: the answer is {@code constant + gain * mean of the picture}, of any shape. Field numbers are
 * those of onnx.proto3, IR version 6, opset 11.
 */
public final class OnnxFile {

    /** Element types by their number in ONNX. */
    public enum Type {
        FLOAT(1),
        UINT8(2),
        FLOAT16(10);

        private final int number;

        Type(int number) {
            this.number = number;
        }
    }

    private record Output(String name, long[] shape, long[] declared, float[] constant, float[] gain) {}

    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<byte[]> otherInputs = new ArrayList<>();
    private Type inputType = Type.FLOAT;
    private Type outputType = Type.FLOAT;
    private long[] input = {1, 3, 64, 64};
    private Float noneAt;
    private boolean dividesBySpread;
    private long opset = 11;
    private String weightsFile;

    /** Sides of the input; -1 for a dynamic one. */
    public OnnxFile input(Type type, long... sides) {
        inputType = type;
        input = sides;
        return this;
    }

    public OnnxFile answersIn(Type type) {
        outputType = type;
        return this;
    }

    /** Makes every number of the answer NaN if the picture's mean is exactly this. */
    public OnnxFile isNoneAt(float mean) {
        noneAt = mean;
        return this;
    }

    /**
     * Makes the model divide by the difference of the picture's brightest and darkest number, without another effect.
     */
    public OnnxFile dividesBySpread() {
        dividesBySpread = true;
        return this;
    }

    public OnnxFile opset(long version) {
        opset = version;
        return this;
    }

    /** Stores the numbers of the outputs in another file. */
    public OnnxFile weightsIn(String file) {
        weightsFile = file;
        return this;
    }

    public OnnxFile another(String inputName) {
        otherInputs.add(port(inputName, Type.FLOAT, 1));
        return this;
    }

    /** An output that is the same for every picture; its batch is as declared. */
    public OnnxFile output(String name, float[] constant, long... shape) {
        return output(name, constant, new float[constant.length], shape);
    }

    /** An output that grows with the mean of the picture's numbers, value by value. */
    public OnnxFile output(String name, float[] constant, float[] gain, long... shape) {
        outputs.add(new Output(name, shape, shape.clone(), constant, gain));
        return this;
    }

    /** Declares the dimensions of the last output as dynamic. */
    public OnnxFile dynamicOutput() {
        long[] declared = outputs.get(outputs.size() - 1).declared;
        Arrays.fill(declared, -1);
        return this;
    }

    public OnnxFile says(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    public byte[] bytes() {
        var graph = new ProtoMessage().text(2, "tiny");
        graph.message(1, node("Cast", "cast-in", List.of("images"), "floats", attribute("to", Type.FLOAT.number)));
        // the mean of each picture: of all sides but the batch
        reduce("Mean", dividesBySpread ? "plain" : "mean", graph);
        if (dividesBySpread) {
            reduce("Max", "Max", graph);
            reduce("Min", "Min", graph);
            timesOne("plain", List.of("Max", "Min"), "mean", graph);
        }
        graph.message(
                5,
                new ProtoMessage().packed(1, 3).number(2, 7).text(8, "column").raw(9, longs(-1, 1, 1)));
        graph.message(1, node("Reshape", "column", List.of("mean", "column"), noneAt == null ? "means" : "all-means"));
        if (noneAt != null) {
            graph.message(5, tensor("none", new float[] {noneAt}, 1));
            timesOne("all-means", List.of("all-means", "none"), "means", graph);
        }
        graph.message(11, new ProtoMessage().bytes(port("images", inputType, input)));
        otherInputs.forEach(other -> graph.message(11, new ProtoMessage().bytes(other)));
        for (Output output : outputs) {
            add(graph, output);
        }
        var model = new ProtoMessage().number(1, 6).message(7, graph);
        model.message(8, new ProtoMessage().text(1, "").number(2, opset));
        metadata.forEach((key, value) ->
                model.message(14, new ProtoMessage().text(1, key).text(2, value)));
        return model.toBytes();
    }

    private void reduce(String how, String output, ProtoMessage graph) {
        graph.message(1, node("Reduce" + how, output, List.of("floats"), output, axes(), attribute("keepdims", 0)));
    }

    /** Multiplies by the difference of two values divided by itself: by 1, or by NaN where they are equal. */
    private static void timesOne(String value, List<String> difference, String output, ProtoMessage graph) {
        String apart = output + "-apart";
        graph.message(1, node("Sub", apart, difference, apart));
        graph.message(1, node("Div", apart + "-div", List.of(apart, apart), output + "-one"));
        graph.message(1, node("Mul", output + "-mul", List.of(value, output + "-one"), output));
    }

    private void add(ProtoMessage graph, Output output) {
        String name = output.name;
        long[] one = output.shape.clone();
        if (one.length == 3 && output.constant.length > 0) {
            one[0] = 1;
            graph.message(5, weights(name + "-c", output.constant, one))
                    .message(5, tensor(name + "-g", output.gain, one));
            graph.message(1, node("Mul", name + "-mul", List.of("means", name + "-g"), name + "-m"));
            graph.message(1, node("Add", name + "-add", List.of(name + "-m", name + "-c"), name + "-f"));
        } else {
            graph.message(5, tensor(name + "-c", output.constant, one));
            graph.message(1, node("Identity", name + "-id", List.of(name + "-c"), name + "-f"));
        }
        graph.message(1, node("Cast", name + "-cast", List.of(name + "-f"), name, attribute("to", outputType.number)));
        graph.message(12, new ProtoMessage().bytes(port(name, outputType, output.declared)));
    }

    private ProtoMessage axes() {
        var axes = new ProtoMessage().text(1, "axes").number(20, 7);
        for (int axis = 1; axis < input.length; axis++) {
            axes.number(8, axis);
        }
        return axes;
    }

    private static ProtoMessage attribute(String name, long value) {
        return new ProtoMessage().text(1, name).number(3, value).number(20, 2);
    }

    private static ProtoMessage node(
            String operator, String name, List<String> inputs, String output, ProtoMessage... attributes) {
        var node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, name).text(4, operator);
        for (ProtoMessage attribute : attributes) {
            node.message(5, attribute);
        }
        return node;
    }

    private static ProtoMessage tensor(String name, float[] values, long... shape) {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return tensorHead(name, shape).raw(9, buffer.array());
    }

    private ProtoMessage weights(String name, float[] values, long... shape) {
        return weightsFile == null
                ? tensor(name, values, shape)
                : tensorHead(name, shape)
                        .message(13, new ProtoMessage().text(1, "location").text(2, weightsFile))
                        .number(14, 1);
    }

    private static ProtoMessage tensorHead(String name, long... shape) {
        return new ProtoMessage().packed(1, shape).number(2, 1).text(8, name);
    }

    private static byte[] longs(long... values) {
        var buffer = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    private static byte[] port(String name, Type type, long... sides) {
        var shape = new ProtoMessage();
        for (int side = 0; side < sides.length; side++) {
            shape.message(
                    1,
                    sides[side] < 0
                            ? new ProtoMessage().text(2, "side" + side)
                            : new ProtoMessage().number(1, sides[side]));
        }
        var tensor = new ProtoMessage().number(1, type.number).message(2, shape);
        return new ProtoMessage()
                .text(1, name)
                .message(2, new ProtoMessage().message(1, tensor))
                .toBytes();
    }
}
