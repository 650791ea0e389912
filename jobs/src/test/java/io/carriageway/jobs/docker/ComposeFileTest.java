package io.carriageway.jobs.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:?[-?][^}]*)?}");
    private static final JsonMapper JSON = new JsonMapper();

    private final String text = Files.readString(REPOSITORY.resolve("docker-compose.yml"));
    private final JsonNode stack =
            JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text));

    ComposeFileTest() throws IOException {}

    @Test
    void itIsWhatTheComposeSpecificationDescribes() throws IOException {
        assertThat(specification().validate(stack)).isEmpty();
    }

    @Test
    void theSpecificationWouldRefuseAWrongKey() throws IOException {
        var wrong = JSON.readTree("{\"services\": {\"kafka\": {\"imagine\": \"apache/kafka\"}}}");
        assertThat(specification().validate(wrong)).isNotEmpty();
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(services().map(service -> service.path("image").asText()))
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+.*"));
    }

    @Test
    void whatStaysHasAHealthCheck() {
        assertThat(services()
                        .filter(service -> !service.path("restart").asText().equals("no"))
                        .map(service -> service.path("healthcheck").path("test")))
                .allMatch(JsonNode::isArray);
    }

    @Test
    void nothingIsPublishedBeyondTheLoopbackInterface() {
        assertThat(services()
                        .flatMap(service -> elements(service.path("ports")))
                        .map(JsonNode::asText))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void aSecretHasNoDefaultAndIsInTheExample() throws IOException {
        var example = Files.readString(REPOSITORY.resolve(".env.example"));
        assertThat(VARIABLE.matcher(text).results())
                .filteredOn(variable -> variable.group(1).matches(".*(PASSWORD|KEY)"))
                .isNotEmpty()
                .allMatch(variable ->
                        variable.group(2) == null || variable.group(2).startsWith(":?"))
                .allMatch(variable -> example.contains("\n" + variable.group(1) + "=\n"));
    }

    @Test
    void everyVariableIsInTheExample() throws IOException {
        var example = Files.readString(REPOSITORY.resolve(".env.example"));
        assertThat(VARIABLE.matcher(text).results().map(variable -> variable.group(1)))
                .allMatch(name ->
                        Pattern.compile("(?m)^#?" + name + "=").matcher(example).find());
    }

    /**
     * The specification, which declares draft 2019 and has the {@code id} of older drafts, which identifies nothing.
     */
    private static JsonSchema specification() throws IOException {
        var draft = JsonMetaSchema.getV201909();
        var withId = JsonMetaSchema.builder(draft)
                .keyword(new NonValidationKeyword("id"))
                .build();
        var factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V201909))
                .metaSchema(withId)
                .build();
        try (var schema = ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            return factory.getSchema(schema);
        }
    }

    private Stream<JsonNode> services() {
        return elements(stack.path("services"));
    }

    private static Stream<JsonNode> elements(JsonNode of) {
        return of.valueStream();
    }
}
