package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ofBytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.verify.oracle.Topic.Sent;
import java.util.List;

/** Records that begin like the JSON form but are invalid, or too expensive to parse. */
final class JsonKinds {

    private JsonKinds() {}

    static List<PoisonKind> of(PoisonTopic topic) {
        return List.of(
                json(topic, "JSON without fields", "field-missing", "{}"),
                json(topic, "JSON that ends early", "corrupt", "{\"latitude\":"),
                json(topic, "JSON nested 100,000 deep", "corrupt", "{\"extra\":" + "[".repeat(100_000)),
                json(topic, "JSON number of 100,000 digits", "corrupt", "{\"latitude\":" + "9".repeat(100_000) + "}"),
                json(topic, "JSON number 1e999999999", "field-invalid", "{\"latitude\":1e999999999}"),
                json(topic, "JSON with NaN", "corrupt", "{\"latitude\":NaN}"));
    }

    private static PoisonKind json(PoisonTopic topic, String name, String expected, String text) {
        return ofBytes(
                topic,
                name,
                expected,
                time -> new Sent(topic.entity().getBytes(UTF_8), text.getBytes(UTF_8), time.toEpochMilli()));
    }
}
