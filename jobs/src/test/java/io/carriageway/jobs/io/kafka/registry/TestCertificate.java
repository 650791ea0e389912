package io.carriageway.jobs.io.kafka.registry;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate that it signs itself, in files of PKCS12 and PEM. */
record TestCertificate(Path pkcs12, Path pem, Path certificate) {

    static final String PASSWORD = "st0re-s3cret";
    private static final String ALIAS = "it";

    static TestCertificate create(Path folder, String name, String names) throws Exception {
        var store = folder.resolve(name + ".p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + printed);
        }
        var keys = open(store);
        var certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
        var key = pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        return new TestCertificate(
                store,
                Files.writeString(folder.resolve(name + ".pem"), key + certificate),
                Files.writeString(folder.resolve(name + ".crt"), certificate));
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(content));
    }

    private static KeyStore open(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** TLS of a server with this certificate, which trusts that of the client. */
    SSLContext server(TestCertificate client) throws Exception {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(open(pkcs12), PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trustOnly(client));
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trustOnly(TestCertificate client) throws Exception {
        var trust = KeyStore.getInstance("PKCS12");
        try {
            trust.load(null, null);
            trust.setCertificateEntry(ALIAS, open(client.pkcs12).getCertificate(ALIAS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return trust;
    }
}
