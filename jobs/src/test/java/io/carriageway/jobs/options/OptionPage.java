package io.carriageway.jobs.options;

import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.jobs.daily.Daily;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/**
 * What has options, and the two files of the repository that tell of them.
 *
 * @param doc the page with the table
 * @param file the example of the file that {@code --config} names
 * @param environment the variables that some of the options may come from
 */
record OptionPage(
        String title,
        String doc,
        String file,
        List<ConfigOption<?>> options,
        Map<ConfigOption<?>, String> environment) {

    static final List<OptionPage> ALL = List.of(
            job("AccidentJob", "accident", AccidentJob.options(), JobResources.ENVIRONMENT),
            job("CameraJob", "camera", CameraJob.options(), JobResources.ENVIRONMENT),
            job("ConditionsJob", "conditions", ConditionsJob.options(), JobResources.ENVIRONMENT),
            job("SimulateJob", "simulate", SimulateJob.options(), Map.of()),
            job("TelemetryJob", "telemetry", TelemetryJob.options(), JobResources.ENVIRONMENT),
            job("WeatherJob", "weather", WeatherJob.options(), JobResources.ENVIRONMENT),
            new OptionPage(
                    "the daily work",
                    "docs/daily.md",
                    "flink-conf/daily.properties",
                    Daily.options(),
                    MySqlConnection.ENVIRONMENT));

    private static OptionPage job(
            String title, String name, List<ConfigOption<?>> options, Map<ConfigOption<?>, String> environment) {
        return new OptionPage(
                title, "docs/jobs/" + name + ".md", "flink-conf/" + name + ".properties", options, environment);
    }

    /** The required ones first, else as the code lists them. */
    List<OptionText> texts() {
        return options.stream()
                .map(option -> OptionText.of(option, environment.get(option)))
                .sorted(Comparator.comparing(text -> !text.isRequired()))
                .toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
