package io.carriageway.jobs.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a command behind the job's name: those of the command itself, and the options of the job.
 *
 * @param isFresh whether the job starts without state
 * @param flink options for {@code flink run}
 * @param job options of the job
 */
record CommandArguments(boolean isFresh, List<String> flink, List<String> job) {

    private static final String FRESH = "--fresh";
    private static final String PARALLELISM = "-p";

    static CommandArguments of(List<String> arguments) {
        boolean isFresh = false;
        var flink = new ArrayList<String>();
        var job = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case FRESH -> isFresh = true;
                case PARALLELISM -> {
                    i++;
                    flink.addAll(List.of(PARALLELISM, parallelism(arguments, i)));
                }
                default -> job.add(arguments.get(i));
            }
        }
        return new CommandArguments(isFresh, List.copyOf(flink), List.copyOf(job));
    }

    private static String parallelism(List<String> arguments, int i) {
        var given = i < arguments.size() ? arguments.get(i) : "";
        if (!given.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("-p is '%s'; give the parallelism, for example -p 4".formatted(given));
        }
        return given;
    }

    /** @throws IllegalArgumentException if there is any argument */
    void requireNone() {
        if (isFresh || !flink.isEmpty() || !job.isEmpty()) {
            throw new IllegalArgumentException("it takes the name of a job and no other argument");
        }
    }

    /** Whether the job gets that option, as {@code --key value} or {@code --key=value}. */
    boolean gives(String key) {
        return job.stream().anyMatch(argument -> argument.equals("--" + key) || argument.startsWith("--" + key + "="));
    }
}
