package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

    private static final ConfigOption<Duration> PAUSE =
            key("pause").durationType().defaultValue(Duration.ofSeconds(1));
    private static final ConfigOption<String> PASSWORD =
            key("mysql.password").stringType().noDefaultValue();
    private static final ConfigOption<Integer> PASSWORD_NUMBER =
            key("pin.password").intType().noDefaultValue();
    private static final List<ConfigOption<?>> KNOWN = List.of(PAUSE, PASSWORD, PASSWORD_NUMBER);

    @Test
    void argumentsWinOverTheFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("job.properties"), "pause=5 min\nmysql.password=secret\n");
        var given = JobArguments.parse(new String[] {"--config", file.toString(), "--pause", "2 s"}, KNOWN, Map.of());
        assertThat(JobArguments.require(given, PAUSE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(JobArguments.require(given, PASSWORD)).isEqualTo("secret");
    }

    @Test
    void theEnvironmentFillsInWhatIsNotGiven() throws Exception {
        var given = JobArguments.parse(new String[0], KNOWN, Map.of(PASSWORD, "PATH"));
        assertThat(JobArguments.require(given, PASSWORD)).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void anUnknownOptionIsNamedBesideTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.parse(new String[] {"--puase", "2 s"}, KNOWN, Map.of()))
                .withMessage("unknown options [puase]; known are [mysql.password, pause, pin.password]");
    }

    @Test
    void aMissingOptionIsNamed() throws Exception {
        var given = JobArguments.parse(new String[0], KNOWN, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, PASSWORD))
                .withMessage("option --mysql.password is missing");
    }

    @Test
    void aMalformedValueIsShownUnlessItIsASecret() throws Exception {
        var given = JobArguments.parse(new String[] {"--pause", "soon", "--pin.password", "hunter2"}, KNOWN, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, PAUSE))
                .withMessage("option --pause does not take 'soon'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, PASSWORD_NUMBER))
                .withMessage("option --pin.password does not take its value");
    }
}
