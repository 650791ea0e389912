package io.carriageway.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive this JVM. A shell beside it reads a pipe that only the JVM holds open. When the
 * JVM ends, also by kill -9, which runs no shutdown hook, the pipe breaks and the shell ends the child.
 */
public final class ChildProcess implements AutoCloseable {
    private static final String TIE =
            "exec 3<&0; (cat <&3 >/dev/null; kill $$ 2>/dev/null) & exec \"$@\" 3<&- </dev/null";
    private static final int STOP_SECONDS = 30;

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    static ChildProcess start(List<String> command, Path log) throws IOException {
        return start(command, Map.of(), log);
    }

    /** The child gets this JVM's environment and additional variables. Its output is appended to the log. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        var tied = new ArrayList<>(List.of("sh", "-c", TIE, "sh"));
        tied.addAll(command);
        var child = new ProcessBuilder(tied)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        child.environment().putAll(environment);
        var process = child.start();
        // when the child ends by itself, the shell must end too
        var unused = process.onExit().thenAccept(ChildProcess::breakPipe);
        return new ChildProcess(process);
    }

    public long pid() {
        return process.pid();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Terminates the process, and kills it if that takes too long or this thread is interrupted. */
    @Override
    public void close() {
        breakPipe(process);
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void breakPipe(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
