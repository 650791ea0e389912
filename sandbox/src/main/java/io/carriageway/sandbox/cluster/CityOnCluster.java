package io.carriageway.sandbox.cluster;

import io.carriageway.city.City;
import io.carriageway.jobs.cluster.ClusterClient;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.demo.CityReference;
import io.carriageway.sandbox.demo.Scenario;
import io.carriageway.sandbox.demo.totals.Topics;
import io.carriageway.sandbox.secrets.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prepares a cluster for the jobs of the simulated city: topics, tables, roads, and the options of the jobs. */
final class CityOnCluster {

    private final Cluster cluster;
    private final Path folder;
    private final Path roads;
    private final Connections connections;

    private CityOnCluster(Cluster cluster, Path folder, Path roads) {
        this.cluster = cluster;
        this.folder = folder;
        this.roads = roads;
        this.connections = new Connections(cluster.servers(), folder);
    }

    /** Creates all of it, and prints the addresses. */
    static List<String> prepare(Cluster cluster, Path folder, Instant now) throws Exception {
        var servers = cluster.servers();
        var scenario = Scenario.at(now, Optional.empty());
        var reference = new CityReference(City.of(scenario.city()));
        Topics.create(servers.kafka()).close();
        var database = servers.database();
        DatabaseSchema.migrate(new MySqlConnection(database.jdbcUrl(), database.user(), database.password()));
        try (var connection = database.connect()) {
            reference.write(connection);
        }
        return new CityOnCluster(cluster, folder, reference.writeRoads(folder)).write(scenario);
    }

    private List<String> write(Scenario scenario) throws Exception {
        var network = Map.of("network", roads.toUri().toString());
        var alerts = Map.of(
                "alerts", Cluster.shippedConf().resolve("alerts.yaml").toUri().toString());
        for (var job : Suite.JOBS) {
            var ofSome = Stream.of(network, alerts)
                    .filter(options -> options.keySet().stream().allMatch(job::has));
            write(
                    job.name(),
                    Stream.concat(Stream.of(connections.of(job)), ofSome).toList());
        }
        write(SimulateJob.PROGRAM.name(), List.of(simulation(scenario), connections.of(SimulateJob.PROGRAM)));
        return addresses();
    }

    private void write(String job, List<Map<String, String>> options) throws IOException {
        var all = new TreeMap<String, String>();
        options.forEach(all::putAll);
        var lines = new ArrayList<String>();
        all.forEach((key, value) -> lines.add(key + "=" + value));
        OwnerOnly.createFile(folder.resolve(job + ".properties"), lines);
    }

    private Map<String, String> simulation(Scenario scenario) {
        var options = new TreeMap<String, String>();
        var given = scenario.simulatorOptions();
        for (int i = 0; i < given.size(); i += 2) {
            options.put(given.get(i).substring("--".length()), given.get(i + 1));
        }
        return options;
    }

    private List<String> addresses() {
        return List.of(
                "kafka=" + connections.kafka(),
                "mysql=" + connections.database(),
                "s3=" + cluster.servers().s3().endpoint(),
                "flink=" + ClusterClient.url(cluster.home()),
                "data=" + cluster.servers().folder(),
                "options of the jobs, with passwords: " + folder);
    }
}
