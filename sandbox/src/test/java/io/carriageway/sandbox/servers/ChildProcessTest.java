package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    private Path folder;

    @Test
    void closingEndsTheProcess() throws Exception {
        var process = ChildProcess.start(List.of("sleep", "600"), folder.resolve("log"));
        assertThat(process.isAlive()).isTrue();
        process.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void whatTheProcessSaysIsInItsLog() throws Exception {
        var log = folder.resolve("log");
        var process = ChildProcess.start(List.of("echo", "two words"), log);
        Eventually.holds("the end of the process", () -> !process.isAlive());
        assertThat(log).hasContent("two words");
    }

    @Test
    void evenAJvmThatIsKilledLeavesNoProcessBehind() throws Exception {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.resolve("log").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var child =
                ProcessHandle.of(Long.parseLong(jvm.inputReader().readLine())).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        jvm.destroyForcibly().waitFor();

        child.onExit().get(30, TimeUnit.SECONDS);
    }

    /** A JVM that starts a process, says which, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            var process = ChildProcess.start(List.of("sleep", "600"), Path.of(args[0]));
            System.out.println(process.pid());
            Thread.currentThread().join();
        }
    }
}
