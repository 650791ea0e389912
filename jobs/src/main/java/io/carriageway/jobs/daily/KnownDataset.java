package io.carriageway.jobs.daily;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.suite.Suite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;

/**
 * A dataset of the lake, and what its rows wait for.
 *
 * @param settling what an hour's rows wait for, beside events that are not late
 * @param topics the topics whose input they wait for
 */
record KnownDataset(Dataset<?> dataset, Duration settling, Set<String> topics) {

    /** Those of all jobs, by name. One that several jobs write waits for the topics of each. */
    static Map<String, KnownDataset> all(Configuration given) {
        var all = new LinkedHashMap<String, KnownDataset>();
        for (var job : Suite.JOBS) {
            var topics = topics(job);
            job.kept().forEach(topic -> add(all, new KnownDataset(topic.dataset(), Duration.ZERO, topics)));
            for (var table : job.tables()) {
                table.dataset()
                        .ifPresent(dataset -> add(
                                all, new KnownDataset(dataset, table.settling().apply(given), topics)));
            }
        }
        return all;
    }

    private static void add(Map<String, KnownDataset> all, KnownDataset next) {
        all.merge(next.dataset().name(), next, KnownDataset::withTopicsOf);
    }

    private KnownDataset withTopicsOf(KnownDataset other) {
        var both = new TreeSet<>(topics);
        both.addAll(other.topics);
        return new KnownDataset(dataset, settling, both);
    }

    /** The job's own topic; of a job that owns none, those that it reads and that are never silent for long. */
    private static Set<String> topics(JobDefinition job) {
        var names = new TreeSet<String>();
        if (job.owned().isPresent()) {
            names.add(job.owned().get().name());
        } else {
            job.read().stream().filter(topic -> !topic.rare()).forEach(topic -> names.add(counted(topic)));
        }
        return names;
    }

    /** The ledger counts topics from outside: what a job publishes comes as its own topic does. */
    private static String counted(EventTopic<?, ?> topic) {
        return Suite.JOBS.stream()
                .filter(job -> job.kept().contains(topic))
                .flatMap(job -> job.owned().stream())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
