package io.carriageway.jobs.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.jobs.io.files.ReferenceFile;
import io.carriageway.jobs.io.files.UnreadableFile;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the escaping of file names, which come from options and buckets, in messages to a terminal. */
class UnreadableTest {

    @ParameterizedTest
    @ValueSource(strings = {"classpath:no\n\u001b[2Jsuch", "file:///no\n\u001b[2Jsuch"})
    void aReferenceFileIsNamedWithoutControlCharacters(String location) {
        assertThatThrownBy(() -> new ReferenceFile(location).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no\\n\\u001b[2Jsuch")
                .message()
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void aFileOfTheLakeIsNamedWithoutControlCharacters() {
        var unreadable = new UnreadableFile(new Path("s3://b/a\nb"), new IOException("of \u001b[2J"));
        assertThat(unreadable).hasMessage("cannot read s3://b/a\\nb: of \\u001b[2J");
    }
}
