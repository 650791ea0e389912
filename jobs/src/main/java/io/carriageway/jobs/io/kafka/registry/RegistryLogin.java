package io.carriageway.jobs.io.kafka.registry;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;

/**
 * The login at a schema registry: none, a user with a password, or a token. The secret may be a reference, which each
 * process resolves for each request, so a renewed token is used at once. Never prints the secret.
 */
final class RegistryLogin implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    static final RegistryLogin NONE = new RegistryLogin(null, null);

    private final String user;
    private final String secret;

    private RegistryLogin(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    static RegistryLogin user(String user, String password) {
        return new RegistryLogin(user, password == null ? "" : password);
    }

    static RegistryLogin token(String token) {
        return new RegistryLogin(null, token);
    }

    /** The login of the options. */
    static RegistryLogin of(Configuration given) {
        var user = JobArguments.optional(given, RegistryOptions.USER);
        var password =
                SecretReference.optional(given, RegistryOptions.PASSWORD_FILE, RegistryOptions.PASSWORD_VARIABLE);
        var token = SecretReference.optional(given, RegistryOptions.TOKEN_FILE, RegistryOptions.TOKEN_VARIABLE);
        if (user == null && password != null) {
            // without a user the password would not be sent, and the registry would refuse every request
            throw new IllegalArgumentException("option --%s is missing, whose password is in --%s or in %s"
                    .formatted(
                            RegistryOptions.USER.key(),
                            RegistryOptions.PASSWORD_FILE.key(),
                            RegistryOptions.PASSWORD_VARIABLE));
        }
        if (user != null && token != null) {
            throw new IllegalArgumentException("a registry takes a user or a token: give --%s, or --%s or %s, not both"
                    .formatted(
                            RegistryOptions.USER.key(),
                            RegistryOptions.TOKEN_FILE.key(),
                            RegistryOptions.TOKEN_VARIABLE));
        }
        if (token != null) {
            return token(token);
        }
        return user == null ? NONE : user(user, password);
    }

    /** The value of the HTTP header; null without a login. */
    String authorization() {
        if (user == null) {
            return secret == null ? null : "Bearer " + token();
        }
        var login = user + ":" + SecretReference.resolve(secret);
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** The token. HTTP would refuse another character in a message that repeats the whole header. */
    private String token() {
        var token = SecretReference.resolve(secret);
        if (!PRINTABLE.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "the token of the schema registry is empty, or has a blank, a line end or a letter outside of ASCII; see %s"
                            .formatted(secret.equals(token) ? "--" + RegistryOptions.TOKEN_FILE.key() : secret));
        }
        return token;
    }
}
