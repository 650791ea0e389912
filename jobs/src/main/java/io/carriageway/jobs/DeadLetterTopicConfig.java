package io.carriageway.jobs;

import io.carriageway.intake.DeadLetterConfig;
import io.carriageway.jobs.options.JobArguments;
import org.apache.flink.configuration.Configuration;

/** The dead-letter topic, and the size limits of its records. */
public record DeadLetterTopicConfig(String topic, DeadLetterConfig limits) {

    public static DeadLetterTopicConfig of(Configuration given) {
        var payloadBytes =
                JobArguments.require(given, DeadLetterOptions.PAYLOAD).getBytes();
        var limits = new DeadLetterConfig(
                (int) Math.min(payloadBytes, Integer.MAX_VALUE), JobArguments.require(given, DeadLetterOptions.DETAIL));
        return new DeadLetterTopicConfig(JobArguments.require(given, DeadLetterOptions.TOPIC), limits);
    }
}
