package io.carriageway.jobs.io.kafka.registry;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
import io.carriageway.text.Printable;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS to a schema registry: which authorities this client trusts, and the key with which it identifies itself. Kafka's
 * own classes read the files, so they may be PEM or PKCS12, as for the broker. Passwords may be references.
 *
 * @param truststore file of trusted certificates; null for those of Java
 * @param keystore file with the client's key and certificate; null if it does not identify itself
 */
record RegistryTls(String truststore, String truststorePassword, String keystore, String keystorePassword)
        implements Serializable {

    static final RegistryTls OF_JAVA = new RegistryTls(null, null, null, null);

    private static final String PEM = "PEM";
    private static final String PKCS12 = "PKCS12";

    /** The settings of the options. */
    static RegistryTls of(Configuration given) {
        return new RegistryTls(
                JobArguments.optional(given, RegistryOptions.TRUSTSTORE),
                SecretReference.optional(
                        given, RegistryOptions.TRUSTSTORE_PASSWORD_FILE, RegistryOptions.TRUSTSTORE_PASSWORD_VARIABLE),
                JobArguments.optional(given, RegistryOptions.KEYSTORE),
                SecretReference.optional(
                        given, RegistryOptions.KEYSTORE_PASSWORD_FILE, RegistryOptions.KEYSTORE_PASSWORD_VARIABLE));
    }

    /** Whether any file is given. */
    boolean hasFiles() {
        return truststore != null || keystore != null;
    }

    /**
     * Reads the files of this machine.
     *
     * @throws IllegalArgumentException if a file is missing, or its content or password is wrong
     */
    SSLContext context() {
        var settings = new HashMap<String, Object>();
        if (truststore != null) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, truststore);
            if (isPem(text(RegistryOptions.TRUSTSTORE.key(), truststore))) {
                settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            } else {
                settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PKCS12);
                putPassword(settings, SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, truststorePassword);
            }
        }
        if (keystore != null) {
            settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, keystore);
            putKeystore(settings, text(RegistryOptions.KEYSTORE.key(), keystore));
        }
        return context(settings);
    }

    private static SSLContext context(Map<String, Object> settings) {
        var known = new ConfigDef();
        SslConfigs.addClientSslSupport(known);
        try (var factory = new DefaultSslEngineFactory()) {
            factory.configure(known.parse(settings));
            return factory.sslContext();
        } catch (KafkaException e) {
            throw new IllegalArgumentException(
                    Printable.of("cannot use the key files of the schema registry: %s: %s"
                            .formatted(e.getMessage(), why(e))),
                    e);
        }
    }

    /** Kafka refuses a password that it does not need: that of a file of PEM, and that of a key in clear. */
    private void putKeystore(Map<String, Object> settings, String text) {
        settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, isPem(text) ? PEM : PKCS12);
        if (!isPem(text)) {
            putPassword(settings, SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, keystorePassword);
        } else if (text.contains("-----BEGIN ENCRYPTED ")) {
            putPassword(settings, SslConfigs.SSL_KEY_PASSWORD_CONFIG, keystorePassword);
        }
    }

    private static void putPassword(Map<String, Object> settings, String name, String reference) {
        if (reference != null) {
            settings.put(name, new Password(SecretReference.resolve(reference)));
        }
    }

    private static boolean isPem(String text) {
        return text.contains("-----BEGIN ");
    }

    private static String text(String option, String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "option --%s names %s, which this machine cannot read: %s"
                            .formatted(option, Printable.of(file), e.getClass().getSimpleName()),
                    e);
        }
    }

    /** The reason as Java tells it. Reasons below that one are about its algorithms. */
    private static String why(KafkaException failure) {
        return failure.getCause() == null
                ? "no further reason"
                : failure.getCause().getMessage();
    }
}
