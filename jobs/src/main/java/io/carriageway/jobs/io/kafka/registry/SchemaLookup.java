package io.carriageway.jobs.io.kafka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.jobs.io.kafka.registry.RegistryHttp.Answer;
import io.carriageway.schemas.RegisteredSchema;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Looks up one schema in a registry, with the schemas that it refers to. Distinguishes the registry's final answers
 * from those after which it must be asked again.
 */
final class SchemaLookup {

    static final int MAX_REFERENCES = 32;

    private static final int NO_SUCH_SCHEMA = 40403;
    private static final int NO_SUCH_SUBJECT = 40401;
    private static final int NO_SUCH_VERSION = 40402;

    /** Ends a lookup whose result is known before all references were asked for. */
    private static final class UnusableSchemaException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableSchemaException(String why) {
            super(why);
        }
    }

    private final RegistryHttp registry;

    /**
     * Skips validation of a writer's defaults, which are not used. Checking one would expand the defaults of all types
     * below it, however deep.
     */
    private final Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);

    private final Set<String> referred = new HashSet<>();
    private int bytesLeft = RegistryHttp.MAX_ANSWER_BYTES;

    private SchemaLookup(RegistryHttp registry) {
        this.registry = registry;
    }

    /** @throws IOException if the registry must be asked again */
    static RegisteredSchema byId(RegistryHttp registry, int id) throws IOException, InterruptedException {
        var answer = registry.get("/schemas/ids/" + id);
        return answer.isError(404, NO_SUCH_SCHEMA)
                ? new RegisteredSchema.Unknown()
                : new SchemaLookup(registry).schema(answer);
    }

    private RegisteredSchema schema(Answer answer) throws IOException, InterruptedException {
        try {
            return typeOf(answer).equals("JSON")
                    ? new RegisteredSchema.Json()
                    : new RegisteredSchema.Avro(avro(answer));
        } catch (UnusableSchemaException e) {
            return new RegisteredSchema.Unusable(e.getMessage());
        }
    }

    /**
     * Returns the type of the schema, and counts the answer against the size limit of a schema. Older registries only
     * know Avro, and do not name it.
     */
    private String typeOf(Answer answer) throws IOException, UnusableSchemaException {
        if (answer.status() != 200) {
            throw new IOException("HTTP status " + answer.status());
        }
        bytesLeft -= answer.bytes();
        if (answer.isTooLarge() || bytesLeft < 0) {
            throw new UnusableSchemaException("is larger than %d bytes, with the schemas that it refers to"
                    .formatted(RegistryHttp.MAX_ANSWER_BYTES));
        }
        if (answer.isTooDeep()) {
            throw new UnusableSchemaException(
                    "comes in an answer that is nested too deep, or has a number or name that is too long");
        }
        if (!answer.body().path("schema").isTextual()) {
            throw new IOException("HTTP status 200 without a schema");
        }
        var type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !type.equals("JSON")) {
            throw new UnusableSchemaException("is of type %s, not AVRO or JSON".formatted(type));
        }
        return type;
    }

    /** Parses the schemas that this one refers to, then the schema itself. */
    private Schema avro(Answer answer) throws IOException, InterruptedException, UnusableSchemaException {
        for (var reference : answer.body().path("references")) {
            resolve(reference);
        }
        var schema = parsed(answer.body().path("schema").asText());
        if (!SchemaDepth.isBounded(schema)) {
            throw new UnusableSchemaException("is nested more than %d deep".formatted(SchemaDepth.MAX));
        }
        return schema;
    }

    private Schema parsed(String text) throws UnusableSchemaException {
        try {
            return parser.parse(text);
        } catch (
                RuntimeException
                        e) { // in addition to SchemaParseException: errors that hostile schemas cause in the parser
            throw new UnusableSchemaException("is no Avro schema: " + e.getMessage());
        }
    }

    private void resolve(JsonNode reference) throws IOException, InterruptedException, UnusableSchemaException {
        var path = "/subjects/%s/versions/%d"
                .formatted(
                        URLEncoder.encode(reference.path("subject").asText(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                        reference.path("version").asInt());
        if (!referred.add(path)) {
            return;
        }
        if (referred.size() > MAX_REFERENCES) {
            throw new UnusableSchemaException("refers to more than %d others".formatted(MAX_REFERENCES));
        }
        var answer = registry.get(path);
        if (answer.isError(404, NO_SUCH_SUBJECT) || answer.isError(404, NO_SUCH_VERSION)) {
            throw new UnusableSchemaException("refers to %s, which the registry does not have".formatted(path));
        }
        if (typeOf(answer).equals("JSON")) {
            throw new UnusableSchemaException("refers to %s, which is of type JSON".formatted(path));
        }
        avro(answer);
    }
}
