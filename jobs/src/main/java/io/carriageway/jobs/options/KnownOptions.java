package io.carriageway.jobs.options;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/**
 * The keys that a program accepts. One that ends with {@code .*} stands for all keys that begin with what is before the
 * star.
 */
record KnownOptions(Set<String> keys) {

    private static final String ANY = "*";

    static KnownOptions of(Collection<ConfigOption<?>> options, String... others) {
        return new KnownOptions(Stream.concat(options.stream().map(ConfigOption::key), Stream.of(others))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean contains(String key) {
        return keys.contains(key)
                || keys.stream()
                        .filter(known -> known.endsWith(ANY))
                        .map(known -> known.substring(0, known.length() - ANY.length()))
                        .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }

    /** The keys in alphabetical order. */
    @Override
    public String toString() {
        return keys.toString();
    }
}
