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
 * A dataset of the lake, and the conditions under which its hours are final.
 *
 * @param settling time that an hour's rows wait, in addition to that for events that are not late
 * @param lateness the largest default of lateness.limit of those topics, used if no option gives it
 * @param topics the topics whose input the rows wait for
 */
record KnownDataset(Dataset<?> dataset, Duration settling, Duration lateness, Set<String> topics) {

    /** The datasets of all jobs, by name. A dataset of several jobs waits for the topics of each. */
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

    /** Time from the UTC hour to the end of the last window that started in it. */
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

    /** The greatest lateness of an event of the hour: by the options, or by default if that is later. */
    Duration lateness(Duration byOptions) {
        return longer(byOptions, lateness);
    }

    /** The job's own topic. For a job that owns none, the topics that it reads, except those of rare events. */
    private static Set<String> topics(JobDefinition job) {
        var names = new TreeSet<String>();
        if (job.owned().isPresent()) {
            names.add(job.owned().get().name());
        } else {
            job.read().stream().filter(topic -> !topic.rare()).forEach(topic -> names.add(counted(topic)));
        }
        return names;
    }

    /**
     * The topic in whose ledger progress is visible. The ledger counts only topics from outside, and a topic that a job
     * publishes progresses with that job's own topic.
     */
    private static String counted(EventTopic<?, ?> topic) {
        return Suite.JOBS.stream()
                .filter(job -> job.kept().contains(topic))
                .flatMap(job -> job.owned().stream())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
