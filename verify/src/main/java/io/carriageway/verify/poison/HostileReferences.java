package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.HostileRegistry.schema;
import static io.carriageway.verify.poison.HostileRegistry.withExtra;

import io.carriageway.verify.RegistryServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** Small schemas that refer to others: to very many, in cycles, or so that together they are deep or large. */
final class HostileReferences {

    static final int CHAIN = 20;
    static final int LONG_CHAIN = 21;
    static final int WIDE = 22;
    static final int CIRCLE = 23;
    static final int MUTUAL = 24;
    static final int DEEP = 25;
    static final int LARGE = 26;
    static final int DOUBLING = 27;
    static final int GONE = 28;
    static final int JSON = 29;

    private static final String PART = "{\"type\":\"enum\",\"name\":\"poison.%s\",\"symbols\":[\"A\"]}";
    private static final String HOLDER =
            "{\"type\":\"record\",\"name\":\"poison.%s\",\"fields\":[{\"name\":\"f\",\"type\":\"poison.%s\"}]}";
    private static final int DEEP_ALONE = 40;

    private final String contract;
    private final Map<String, String> answers = new HashMap<>();

    private HostileReferences(Schema contract) {
        this.contract = contract.toString();
    }

    static Map<String, String> answers(Schema contract) {
        var references = new HostileReferences(contract);
        references.chain(CHAIN, "Chain", 32);
        references.chain(LONG_CHAIN, "Long", 100);
        references.wide(10_000);
        references.circles();
        references.deep(withExtra(contract, "\"poison.Deep1\""), 10);
        references.large(4, 400_000);
        references.doubling(withExtra(contract, "\"poison.Double20\""), 20);
        references.byId(GONE, List.of("Gone"));
        references.byId(JSON, List.of("Json"));
        references.answers.put(path("Json"), schema("JSON", "{}"));
        return references.answers;
    }

    /** Each refers to the next one. */
    private void chain(int id, String name, int length) {
        byId(id, List.of(name + 1));
        for (int i = 1; i < length; i++) {
            subject(name + i, PART.formatted(name + i), name + (i + 1));
        }
        subject(name + length, PART.formatted(name + length));
    }

    private void wide(int references) {
        byId(WIDE, IntStream.range(0, references).mapToObj("Wide%d"::formatted).toList());
        IntStream.range(0, references).forEach(i -> subject("Wide" + i, PART.formatted("Wide" + i)));
    }

    /** A cycle whose schemas can be read one by one, and one of schemas that need each other. */
    private void circles() {
        byId(CIRCLE, List.of("Circle1"));
        subject("Circle1", PART.formatted("Circle1"), "Circle2");
        subject("Circle2", PART.formatted("Circle2"), "Circle1");
        byId(MUTUAL, List.of("Mutual1"));
        subject("Mutual1", HOLDER.formatted("Mutual1", "Mutual2"), "Mutual2");
        subject("Mutual2", HOLDER.formatted("Mutual2", "Mutual1"), "Mutual1");
    }

    /** Records in nested arrays, each of which contains the next one. */
    private void deep(String root, int schemas) {
        answers.put(RegistryServer.byId(DEEP), schema(root, List.of("Deep1")));
        for (int i = 1; i < schemas; i++) {
            var next = "{\"type\":\"array\",\"items\":".repeat(DEEP_ALONE)
                    + "\"poison.Deep%d\"".formatted(i + 1)
                    + "}".repeat(DEEP_ALONE);
            subject("Deep" + i, HOLDER.replace("\"poison.%s\"}]", next + "}]").formatted("Deep" + i), "Deep" + (i + 1));
        }
        subject("Deep" + schemas, PART.formatted("Deep" + schemas));
    }

    private void large(int schemas, int characters) {
        var doc = "\"doc\":\"%s\",\"symbols\"".formatted("x".repeat(characters));
        byId(LARGE, IntStream.range(0, schemas).mapToObj("Large%d"::formatted).toList());
        IntStream.range(0, schemas)
                .forEach(i -> subject("Large" + i, PART.formatted("Large" + i).replace("\"symbols\"", doc)));
    }

    /** Records that contain the previous one twice: a value of the last one has 2^n records and no bytes. */
    private void doubling(String root, int schemas) {
        answers.put(RegistryServer.byId(DOUBLING), schema(root, List.of("Double" + schemas)));
        subject("Double0", "{\"type\":\"record\",\"name\":\"poison.Double0\",\"fields\":[]}");
        for (int i = 1; i <= schemas; i++) {
            var before = "Double" + (i - 1);
            var second = ",{\"name\":\"g\",\"type\":\"poison.%s\"}]".formatted(before);
            subject("Double" + i, HOLDER.formatted("Double" + i, before).replace("]", second), before);
        }
    }

    /** The contract's schema in an answer that claims these references. */
    private void byId(int id, List<String> subjects) {
        answers.put(RegistryServer.byId(id), schema(contract, subjects));
    }

    private void subject(String name, String schema, String... subjects) {
        answers.put(path(name), schema(schema, List.of(subjects)));
    }

    private static String path(String subject) {
        return "/subjects/%s/versions/1".formatted(subject);
    }
}
