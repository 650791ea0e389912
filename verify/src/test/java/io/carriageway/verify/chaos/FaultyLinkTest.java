package io.carriageway.verify.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private FaultyLink link;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        link = FaultyLink.to(server.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        server.stop(0);
    }

    @Test
    void whatIsSentComesBackWhileTheLinkIsOpen() throws Exception {
        assertThat(ask()).isEqualTo(204);
    }

    @Test
    void nobodyIsReachedWhileItIsCutAndAgainAfterwards() throws Exception {
        link.cut();
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served).hasValue(0);
        link.open();
        assertThat(ask()).isEqualTo(204);
    }

    @Test
    void requestsAreTurnedAwayWhileTheServerIsUnavailable() throws Exception {
        link.answerUnavailable();
        assertThat(ask()).isEqualTo(503);
        assertThat(served).hasValue(0);
    }

    @Test
    void theServerHasDoneWhatNoAnswerTellsOf() {
        link.loseAnswers();
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served).hasPositiveValue();
    }

    @Test
    void aLinkThatHangsGivesTheAnswerWhenItIsOpenAgain() throws Exception {
        link.hang();
        var answer = Executors.newSingleThreadExecutor().submit(this::ask);
        assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(served).hasValue(0);
        link.open();
        assertThat(answer.get()).isEqualTo(204);
    }

    private int ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + link.port() + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
