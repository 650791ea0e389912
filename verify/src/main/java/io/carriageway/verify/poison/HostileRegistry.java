package io.carriageway.verify.poison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.carriageway.verify.RegistryServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** A schema registry whose subjects are not protected: its schemas are hostile. */
final class HostileRegistry {

    static final int MISSING = 0;
    static final int RECURSIVE = 1;
    static final int NULLS = 2;
    static final int PROTOBUF = 3;
    static final int NO_SCHEMA = 4;
    static final int STRANGER = 5;
    static final int NESTED_ANSWER = 6;

    private static final String NODE =
            "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}";
    private static final int DEEPER_THAN_A_PARSER_GOES = 100_000;

    private HostileRegistry() {}

    /** Starts the registry; takes the contract that the hostile schemas extend. */
    static RegistryServer start(Schema contract) throws IOException {
        var answers = new HashMap<String, String>();
        answers.putAll(Map.of(
                RegistryServer.byId(RECURSIVE), schema(withExtra(contract, "[\"null\"," + NODE + "]")),
                RegistryServer.byId(NULLS), schema(withExtra(contract, "{\"type\":\"array\",\"items\":\"null\"}")),
                RegistryServer.byId(PROTOBUF), schema("PROTOBUF", "syntax = \"proto3\"; message M {}"),
                RegistryServer.byId(NO_SCHEMA), schema("{\"type\":\"record\",\"name\":"),
                RegistryServer.byId(STRANGER), schema("{\"type\":\"record\",\"name\":\"Stranger\",\"fields\":[]}"),
                RegistryServer.byId(NESTED_ANSWER), nested(schema(contract.toString()))));
        answers.putAll(HostileReferences.answers(contract));
        return new RegistryServer(answers);
    }

    /** The contract with one more field, of that type. */
    static String withExtra(Schema contract, String type) {
        var text = contract.toString();
        int end = text.lastIndexOf(']');
        return text.substring(0, end) + ",{\"name\":\"extra\",\"type\":" + type + "}" + text.substring(end);
    }

    static String schema(String type, String schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schemaType", type)
                .put("schema", schema)
                .toString();
    }

    /** A schema that refers to the first version of each subject. */
    static String schema(String schema, Iterable<String> subjects) {
        var answer = JsonNodeFactory.instance.objectNode().put("schema", schema);
        for (var subject : subjects) {
            answer.withArray("references")
                    .addObject()
                    .put("name", subject)
                    .put("subject", subject)
                    .put("version", 1);
        }
        return answer.toString();
    }

    private static String schema(String schema) {
        return schema("AVRO", schema);
    }

    /** The same answer with a field in front that is nested deeper than any parser reads. */
    private static String nested(String answer) {
        return "{\"extra\":"
                + "[".repeat(DEEPER_THAN_A_PARSER_GOES)
                + "]".repeat(DEEPER_THAN_A_PARSER_GOES)
                + ","
                + answer.substring(1);
    }
}
