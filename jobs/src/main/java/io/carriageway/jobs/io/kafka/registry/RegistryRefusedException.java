package io.carriageway.jobs.io.kafka.registry;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** The registry and this client do not accept each other. Waiting does not mend that: an option or a right is wrong. */
final class RegistryRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    /** The registry ended the handshake. Its alert is lost if the connection closes before the client reads it. */
    private static final Pattern HANG_UP = Pattern.compile("fatal alert|terminated the handshake");

    RegistryRefusedException(String why) {
        super(why);
    }

    private RegistryRefusedException(String why, Throwable cause) {
        super(why, cause);
    }

    /** What a failed request means if TLS is the reason; empty if it is not. */
    static Optional<RegistryRefusedException> ofTls(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Optional.of(new RegistryRefusedException(meaning(cause), failure));
            }
        }
        return Optional.empty();
    }

    private static String meaning(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return "no trusted authority has signed the registry's certificate; name a file with its authority's certificate as --%s"
                        .formatted(RegistryOptions.TRUSTSTORE.key());
            }
            if (cause instanceof CertificateException && isOfName(cause.getMessage())) {
                return "the registry's certificate is not of the host in --%s: %s"
                        .formatted(RegistryOptions.URL.key(), cause.getMessage());
            }
        }
        return HANG_UP.matcher(failure.getMessage()).find()
                ? "the registry refuses the connection (%s); if it asks for a client certificate, name a file with one that it trusts as --%s"
                        .formatted(failure.getMessage(), RegistryOptions.KEYSTORE.key())
                : "TLS failed: " + failure.getMessage();
    }

    private static boolean isOfName(String message) {
        return message != null && (message.contains("subject alternative") || message.contains("No name matching"));
    }

    /** What an answer with status 401 or 403 means; empty for any other. */
    static Optional<RegistryRefusedException> ofStatus(int status) {
        return switch (status) {
            case 401 ->
                Optional.of(
                        new RegistryRefusedException(
                                "HTTP status 401: the registry does not accept the user and password, or the token, of this client"));
            case 403 ->
                Optional.of(new RegistryRefusedException(
                        "HTTP status 403: the registry does not let this client read schemas"));
            default -> Optional.empty();
        };
    }
}
