package io.carriageway.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandArgumentsTest {

    @Test
    void optionsOfTheCommandAreSeparatedFromThoseOfTheJob() {
        assertThat(given("--config", "weather.properties", "--fresh", "-p", "4", "--lake", "s3://b/lake"))
                .isEqualTo(new CommandArguments(
                        true, List.of("-p", "4"), List.of("--config", "weather.properties", "--lake", "s3://b/lake")));
    }

    @Test
    void aJobIsGivenAnOptionInEitherForm() {
        assertThat(given("--from", "x").gives("from")).isTrue();
        assertThat(given("--from=x").gives("from")).isTrue();
        assertThat(given("--fromage", "x").gives("from")).isFalse();
    }

    @Test
    void aParallelismThatIsNoNumberIsAnError() {
        for (var arguments : List.of(List.of("-p"), List.of("-p", "--fresh"), List.of("-p", "0"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CommandArguments.of(arguments))
                    .withMessageContaining("-p 4");
        }
    }

    private static CommandArguments given(String... arguments) {
        return CommandArguments.of(List.of(arguments));
    }
}
