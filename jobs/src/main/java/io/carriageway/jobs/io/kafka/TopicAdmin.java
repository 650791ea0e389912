package io.carriageway.jobs.io.kafka;

import io.carriageway.text.Printable;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks the broker about a topic when a job starts. */
final class TopicAdmin {

    private static final String TIMEOUT_MILLIS = "15000";

    interface Question<A> {
        A ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private TopicAdmin() {}

    /** Returns the broker's answer; fails if there is none or the broker does not know the topic. */
    static <A> A ask(String bootstrap, String topic, Question<A> question) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (var admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    Printable.of("cannot read topic %s at %s; is the broker up, and the topic created? (%s)"
                            .formatted(topic, bootstrap, e.getCause().getMessage())),
                    e.getCause());
        }
    }
}
