package io.carriageway.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobID;

/** Durations and failures of a job's checkpoints, as Flink's REST interface reports them. */
record CheckpointTimes(long completed, long failed, long slowestMillis) {

    static CheckpointTimes of(String flink, JobID job) throws IOException, InterruptedException {
        var address = URI.create("%s/jobs/%s/checkpoints".formatted(flink, job));
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return new CheckpointTimes(
                number(answer, "\"completed\":(\\d+)"),
                number(answer, "\"failed\":(\\d+)"),
                number(answer, "\"end_to_end_duration\":\\{\"min\":\\d+,\"max\":(\\d+)"));
    }

    /** 0 as long as no checkpoint has ended. */
    private static long number(String answer, String pattern) {
        var found = Pattern.compile(pattern).matcher(answer);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Override
    public String toString() {
        return "%d ms of %d, %d failed".formatted(slowestMillis, completed, failed);
    }
}
