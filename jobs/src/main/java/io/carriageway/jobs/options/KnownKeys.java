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
record KnownKeys(Set<String> keys) {

    private static final String ANY = "*";

    /** The end of an option that names the file of a secret. */
    private static final String FILE = "-file";

    static KnownKeys of(Collection<ConfigOption<?>> options, String... others) {
        return new KnownKeys(Stream.concat(options.stream().map(ConfigOption::key), Stream.of(others))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean contains(String key) {
        return keys.contains(key)
                || keys.stream()
                        .filter(known -> known.endsWith(ANY))
                        .map(known -> known.substring(0, known.length() - ANY.length()))
                        .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }

    /** What is wrong with a key that is not known. */
    String refusal(String key) {
        var file = key + FILE;
        return keys.contains(file)
                ? "is a secret in clear; write it into a file, and give that as --" + file
                : "is an unknown option; known are " + this;
    }

    /** The keys in alphabetical order. */
    @Override
    public String toString() {
        return keys.toString();
    }
}
