package io.carriageway.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OptionDocsTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final List<OptionPage> PAGES = OptionPage.ALL;

    @ParameterizedTest
    @FieldSource("PAGES")
    void aFileWithoutItsCommentSignsGivesEveryOptionItsDefault(OptionPage page, @TempDir Path folder)
            throws IOException {
        var lines = Files.readString(REPOSITORY.resolve(page.file())).replaceAll("(?m)^#(?=[a-z])", "");
        var file = Files.writeString(folder.resolve("all.properties"), lines);
        var given = JobArguments.parse(new String[] {"--config", file.toString()}, page.options(), Map.of());
        assertThat(given.keySet()).hasSize((int)
                page.texts().stream().filter(text -> !text.isAny()).count());
        assertThat(page.options().stream().filter(ConfigOption::hasDefaultValue))
                .allSatisfy(option -> assertThat(given.contains(option)).isTrue())
                .allSatisfy(option ->
                        assertThat((Object) JobArguments.require(given, option)).isEqualTo(option.defaultValue()));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void whatIsRequiredIsToldFirst(OptionPage page) {
        var required = page.texts().stream().filter(OptionText::isRequired).map(OptionText::key);
        assertThat(required).containsExactlyInAnyOrderElementsOf(required(page));
    }

    private static List<String> required(OptionPage page) {
        return switch (page.file()) {
            case "flink-conf/simulate.properties" -> List.of("kafka.bootstrap");
            case "flink-conf/daily.properties" -> List.of("date", "lake", "mysql.url", "mysql.user");
            case "flink-conf/accident.properties",
                    "flink-conf/conditions.properties",
                    "flink-conf/telemetry.properties" ->
                List.of("kafka.bootstrap", "lake", "network", "mysql.url", "mysql.user");
            default -> List.of("kafka.bootstrap", "lake", "mysql.url", "mysql.user");
        };
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void aSecretIsInAFileOrAVariable(OptionPage page) {
        assertThat(page.texts().stream().filter(text -> GlobalConfiguration.isSensitive(text.key())))
                .allSatisfy(secret -> {
                    assertThat(secret.key()).endsWith("-file");
                    assertThat(secret.value()).isEmpty();
                    assertThat(secret.without()).contains("environment variable ");
                });
    }
}
