package io.carriageway.sandbox.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority of one run, which the JDK's keytool makes. Its files are in a folder that only this user can
 * read: what it trusts, and the keys that it has signed, as PKCS12 for Java and as PEM for other programs.
 */
public final class CertificateAuthority {

    private static final String ALIAS = "ca";
    private static final String PASSWORD_VARIABLE = "STORE_PASSWORD";

    private final Path folder;
    private final String password = Secret.generate();

    /**
     * A key with the certificate that the authority has signed.
     *
     * @param store both as PKCS12, under the authority's password
     * @param certificate in PEM
     * @param key in PEM, without a password
     */
    public record Identity(Path store, Path certificate, Path key) {}

    private CertificateAuthority(Path folder) {
        this.folder = folder;
    }

    /** Makes an authority with its files in that folder. */
    public static CertificateAuthority create(Path folder) throws Exception {
        OwnerOnly.createFolder(folder);
        var authority = new CertificateAuthority(folder);
        authority.keytool(ALIAS, "-ext", "bc:c=ca:true", "-ext", "ku=keyCertSign,cRLSign");
        var certificate = authority.keys().getCertificate(ALIAS);
        Files.write(authority.certificate(), pem("CERTIFICATE", certificate.getEncoded()));
        var trusted = emptyStore();
        trusted.setCertificateEntry(ALIAS, certificate);
        authority.write(trusted, authority.trustStore());
        return authority;
    }

    /** Makes a key of a server with that host name. */
    public Identity server(String name, String host) throws Exception {
        return signed(name, "-ext", "eku=serverAuth", "-ext", "san=dns:" + host);
    }

    /** Makes a key by which a client identifies itself. */
    public Identity client(String name) throws Exception {
        return signed(name, "-ext", "eku=clientAuth");
    }

    /** Makes a key by which processes of that host identify themselves to each other, whichever of them connects. */
    public Identity peer(String name, String host) throws Exception {
        return signed(name, "-ext", "eku=serverAuth,clientAuth", "-ext", "san=dns:" + host);
    }

    private synchronized Identity signed(String name, String... extensions) throws Exception {
        var options = new ArrayList<>(List.of("-signer", ALIAS));
        options.addAll(List.of(extensions));
        keytool(name, options.toArray(String[]::new));
        var key = keys().getKey(name, password.toCharArray());
        var chain = keys().getCertificateChain(name);
        var identity = new Identity(
                folder.resolve(name + ".p12"), folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
        writeStore(identity.store(), name, key, chain);
        Files.write(identity.certificate(), pem("CERTIFICATE", chain[0].getEncoded()));
        Files.write(identity.key(), pem("PRIVATE KEY", key.getEncoded()));
        return identity;
    }

    private void writeStore(Path file, String name, Key key, Certificate... chain) throws Exception {
        var store = emptyStore();
        store.setKeyEntry(name, key, password.toCharArray(), chain);
        write(store, file);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(own().toFile(), password.toCharArray());
    }

    private static List<String> pem(String type, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return List.of("-----BEGIN " + type + "-----", lines, "-----END " + type + "-----");
    }

    /** Adds a key to the authority's own store. The password is in the environment, because others see arguments. */
    private void keytool(String name, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                own().toString(),
                "-storepass:env",
                PASSWORD_VARIABLE));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + output);
        }
    }

    private Path own() {
        return folder.resolve("authority.p12");
    }

    /** The authority's certificate, which its clients trust, in PEM. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** The same as PKCS12. */
    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** The password of every store. */
    public String password() {
        return password;
    }
}
