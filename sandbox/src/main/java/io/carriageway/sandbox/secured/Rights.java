package io.carriageway.sandbox.secured;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.definition.Program;
import io.carriageway.sandbox.servers.SecuredKafka;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a program may do in Kafka: read its inputs as its group, and write the other topics that its options name.
 *
 * @param group null for a program that reads nothing
 */
public record Rights(Set<String> inputs, Set<String> outputs, String group) {

    private static final String TOPIC = "topic.";
    private static final String GROUP = "kafka.group";

    /** The rights of a job with those options. Options that are not given have their defaults. */
    public static Rights of(JobDefinition job, Map<String, String> given) {
        var topics = topics(job.program(), given);
        var inputs = job.inputs().stream()
                .map(input -> topics.get(input.option().key()))
                .collect(Collectors.toCollection(TreeSet::new));
        var outputs = new TreeSet<>(topics.values());
        outputs.removeAll(inputs);
        return new Rights(inputs, outputs, given.getOrDefault(GROUP, job.flinkName()));
    }

    /** The rights of a program that writes to every topic of its options. */
    public static Rights ofSender(Program program) {
        return new Rights(Set.of(), new TreeSet<>(topics(program, Map.of()).values()), null);
    }

    private static Map<String, String> topics(Program program, Map<String, String> given) {
        return program.options().stream()
                .filter(option -> option.key().startsWith(TOPIC))
                .collect(Collectors.toMap(
                        option -> option.key(),
                        option -> given.getOrDefault(option.key(), String.valueOf(option.defaultValue()))));
    }

    /** Grants them to a user. */
    public void grant(SecuredKafka kafka, String user) throws Exception {
        for (var topic : inputs) {
            kafka.grant(user, ResourceType.TOPIC, topic, AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        }
        for (var topic : outputs) {
            kafka.grant(user, ResourceType.TOPIC, topic, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        }
        if (group != null) {
            kafka.grant(user, ResourceType.GROUP, group, AclOperation.READ);
        }
    }
}
