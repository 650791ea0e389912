package io.carriageway.jobs.daily;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
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
 * @param lateness the longest after which an event of those topics is late, where no option tells
 * @param topics the topics whose input they wait for
 */
record KnownDataset(Dataset<?> dataset, Duration settling, Duration lateness, Set<String> topics) {

    /** Those of all jobs, by name. One that several jobs write waits for the topics of each. */
    static Map<String, KnownDataset> all(Configuration given) {
        var all = new LinkedHashMap<String, KnownDataset>();
        for (var job : Suite.JOBS) {
            job.kept().forEach(topic -> add(all, of(job, topic.dataset(), untilKnown(topic, given))));
            for (var table : job.tables()) {
                var settling = table.settling().apply(given).plus(hourOffset(job, table, given));
                table.dataset().ifPresent(dataset -> add(all, of(job, dataset, settling)));
            }
        }
        return all;
    }

    private static KnownDataset of(JobDefinition job, Dataset<?> dataset, Duration settling) {
        return new KnownDataset(dataset, settling, lateness(job), topics(job));
    }

    private static Duration untilKnown(EventTopic<?, ?> topic, Configuration given) {
        return topic.rules().apply(given).longestUntilKnown();
    }

    /** How long after the UTC hour the last window that began in it ends. */
    private static Duration hourOffset(JobDefinition job, Table<?> table, Configuration given) {
        return table.window().isZero() ? Duration.ZERO : job.timing(given).hourOffset();
    }

    private static Duration lateness(JobDefinition job) {
        return job.inputs().stream()
                .map(topic -> topic.timing().lateness())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static void add(Map<String, KnownDataset> all, KnownDataset next) {
        all.merge(next.dataset().name(), next, KnownDataset::withTopicsOf);
    }

    private KnownDataset withTopicsOf(KnownDataset other) {
        var both = new TreeSet<>(topics);
        both.addAll(other.topics);
        return new KnownDataset(dataset, longer(settling, other.settling), longer(lateness, other.lateness), both);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** How late an event of the hour can be: by the options, or by default where that is later. */
    Duration lateness(Duration byOptions) {
        return longer(byOptions, lateness);
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
