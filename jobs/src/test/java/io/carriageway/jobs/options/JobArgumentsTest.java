package io.carriageway.jobs.options;

import static org.apache.flink.configuration.ConfigOptions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

    private static final ConfigOption<Duration> PAUSE =
            key("pause").durationType().defaultValue(Duration.ofSeconds(1));
    private static final ConfigOption<String> PASSWORD =
            key("mysql.password").stringType().noDefaultValue();
    private static final ConfigOption<Integer> PASSWORD_NUMBER =
            key("pin.password").intType().noDefaultValue();
    private static final ConfigOption<MemorySize> SIZE =
            key("size").memoryType().defaultValue(MemorySize.ofMebiBytes(1));
    private static final List<ConfigOption<?>> KNOWN = List.of(PAUSE, PASSWORD, PASSWORD_NUMBER, SIZE);

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
    void anUnknownOptionIsNamedByItsPlaceBesideTheKnownOnes() {
        for (var arguments : List.of(
                new String[] {"--pause=2 s", "--puase", "2 s"},
                new String[] {"--mysql.password=", "--hunter2"},
                new String[] {"--mysql.password=my", "--hunter2", "pass"},
                new String[] {"--mysql.password=my", "--hunter2=pass"})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JobArguments.parse(arguments, KNOWN, Map.of()))
                    .withMessage("argument 2 is an unknown option; known are"
                            + " [config, mysql.password, pause, pin.password, size]");
        }
    }

    @Test
    void aSecretInClearIsRefusedAndNotRepeated(@TempDir Path folder) throws Exception {
        var known =
                List.<ConfigOption<?>>of(key("db.password-file").stringType().noDefaultValue());
        var advice = " is a secret in clear; write it into a file, and give that as --db.password-file";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.parse(new String[] {"--db.password", "hunter2"}, known, Map.of()))
                .withMessage("argument 1" + advice);
        var file = Files.writeString(folder.resolve("job.properties"), "db.password=hunter2\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.parse(new String[] {"--config", file.toString()}, known, Map.of()))
                .withMessageEndingWith("line 1" + advice);
    }

    @Test
    void anOptionInPlaceOfAFileIsNotRepeated() {
        assertThatIOException()
                .isThrownBy(() -> password("--config", "mysql.password=hunter2"))
                .withMessage(
                        "option --config: cannot read its value, which is key=value and no file (NoSuchFileException)")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> password("--config", "mysql.password=hunter2\0"))
                .satisfies(e -> assertThat(trace(e)).doesNotContain("hunter2"));
    }

    @Test
    void noControlCharacterReachesTheTerminal() throws Exception {
        assertThatIOException()
                .isThrownBy(() -> password("--config", "/none/\u001b[2J"))
                .withMessage("option --config: cannot read '/none/\\u001b[2J' (NoSuchFileException)")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("\u001b"));
        for (var pause : List.of("soon\u001b[2J", "10\013")) {
            var given = JobArguments.parse(new String[] {"--pause", pause}, KNOWN, Map.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JobArguments.require(given, PAUSE))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain("\u001b", "\013"));
        }
    }

    private static String trace(Throwable e) {
        return ExceptionUtils.stringifyException(e);
    }

    @Test
    void aValueMayBeginWithADashAndFollowAnEqualsSign() throws Exception {
        for (var password : List.of("-s3cret!", "--s3cret!", "", "a=b", "--config.x")) {
            assertThat(password("--mysql.password", password)).isEqualTo(password);
            assertThat(password("--mysql.password=" + password)).isEqualTo(password);
        }
        assertThat(password("--mysql.password=--pause")).isEqualTo("--pause");
        assertThat(password("--mysql.password", "a", "--mysql.password", "b")).isEqualTo("b");
    }

    @Test
    void whatIsNoOptionIsNamedByItsPlace() {
        for (var stray : List.of(
                "s3cret!", "-s3cret!", "--s3cret!", "--", "mysql.password=s3cret!", "--S3cret=1", "--=s3cret!")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> password("--mysql.password", "-s3cret!", stray))
                    .withMessage("argument 3 is not an option; write --key value or --key=value");
        }
    }

    @Test
    void anOptionWithoutAValueIsNamed() {
        for (var arguments : List.of(
                new String[] {"--mysql.password"},
                new String[] {"--mysql.password", "--pause", "2 s"},
                new String[] {"--mysql.password", "--pause=2 s"},
                new String[] {"--mysql.password", "--config", "file"})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> password(arguments))
                    .withMessage("option --mysql.password has no value");
        }
    }

    @Test
    void aNumberWithoutAUnitIsNoDurationAndNoSize() throws Exception {
        for (var number : List.of("10", "0", " 7 ")) {
            var given = JobArguments.parse(new String[] {"--pause", number, "--size", number}, KNOWN, Map.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JobArguments.require(given, PAUSE))
                    .withMessage("option --pause is '%s', a number without a unit; write for example '10 min'", number);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JobArguments.require(given, SIZE))
                    .withMessageEndingWith("write for example '10 mb'");
        }
        var given = JobArguments.parse(new String[] {"--pause", "10min", "--size", "10b"}, KNOWN, Map.of());
        assertThat(JobArguments.require(given, PAUSE)).isEqualTo(Duration.ofMinutes(10));
        assertThat(JobArguments.require(given, SIZE)).isEqualTo(new MemorySize(10));
    }

    @Test
    void aDurationBeyondAllTimeIsMalformed() throws Exception {
        var given = JobArguments.parse(new String[] {"--pause", "999999999999999999 d"}, KNOWN, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, PAUSE))
                .withMessage("option --pause does not take '999999999999999999 d'; write for example '10 min'");
    }

    private static String password(String... arguments) throws Exception {
        return JobArguments.require(JobArguments.parse(arguments, KNOWN, Map.of()), PASSWORD);
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
                .withMessage("option --pause does not take 'soon'; write for example '10 min'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, PASSWORD_NUMBER))
                .withMessage("option --pin.password does not take its value")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("hunter2"));
    }

    @Test
    void aWrongValueOfAnEnumNamesTheRightOnes() throws Exception {
        var mode = key("mode").enumType(TimeUnit.class).noDefaultValue();
        var given = JobArguments.parse(new String[] {"--mode", "soon"}, List.of(mode), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobArguments.require(given, mode))
                .withMessageStartingWith("option --mode does not take 'soon'; write one of [nanoseconds, ");
    }
}
