package io.carriageway.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.carriageway.text.Printable;
import java.io.IOException;
import java.util.ArrayList;

/** Reads rules from YAML. Messages name the file, the rule and what is wrong with it. */
final class AlertRulesFile {

    /** Strict: otherwise a duplicate key or a second document would silently be dropped. */
    private static final ObjectReader YAML = new YAMLMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String location;

    AlertRulesFile(String location) {
        this.location = location;
    }

    AlertRules read(byte[] yaml) throws IOException {
        var list = tree(yaml);
        if (!list.isArray() || list.isEmpty()) {
            throw fault("%s is no list of rules: each begins with - id: NAME".formatted(location));
        }
        var versions = new ArrayList<AlertRule>();
        for (int i = 0; i < list.size(); i++) {
            versions.add(rule(list.get(i), i + 1));
        }
        try {
            return AlertRules.ofVersions(versions);
        } catch (IllegalArgumentException e) {
            throw fault("%s, %s".formatted(location, e.getMessage()));
        }
    }

    private AlertRule rule(JsonNode node, int number) {
        try {
            return new RuleProperties(node).rule();
        } catch (IllegalArgumentException e) {
            var name = node.path("id").asText("");
            throw fault(
                    "%s, rule %s: %s".formatted(location, name.isEmpty() ? "number " + number : name, e.getMessage()));
        }
    }

    private JsonNode tree(byte[] yaml) throws IOException {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw fault("%s is no YAML, line %s: %s"
                    .formatted(location, at == null ? "unknown" : at.getLineNr(), e.getOriginalMessage()));
        }
    }

    /** Without a cause, which would repeat the message with the file's control characters unescaped. */
    private static IllegalArgumentException fault(String fault) {
        return new IllegalArgumentException(Printable.of(fault));
    }
}
