package io.carriageway.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class StoreAdviceTest {

    @Test
    void eachKindOfFaultHasItsOwnAdvice() {
        advises(new IOException("NoSuchBucket"), "there is no such bucket");
        advises(
                new AccessDeniedException("s3a://b", null, "InvalidAccessKeyId: (Status Code: 403)"),
                "refuses the key");
        advises(new AccessDeniedException("s3a://b", null, "(Status Code: 403)"), "the right is missing");
        advises(new SSLHandshakeException("PKIX path building failed"), "certificate is not trusted");
        advises(
                new SSLHandshakeException("Certificate for <a> doesn't match any of the subject alternative names"),
                "another host name");
        advises(new UnknownHostException("bucket.none.example"), "has no address");
        advises(new ConnectException("Connection refused"), "does not answer");
        advises(new IOException("something else"), "check the address");
    }

    @Test
    void aRequestIdIsNoStatus() {
        assertThat(StoreAdvice.of(new IOException("request 4A4037F"))).doesNotContain("right is missing");
    }

    private static void advises(IOException fault, String advice) {
        assertThat(StoreAdvice.of(new IOException("outer", fault))).contains(advice);
    }
}
