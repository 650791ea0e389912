package io.carriageway.jobs.io.kafka.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Checks the address of a schema registry when a job is submitted. Error messages do not repeat it, because it may
 * contain a password.
 */
final class RegistryAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final int LAST_PORT = 65_535;

    private RegistryAddress() {}

    /** Returns the address, if it is an HTTP URL with a host and without a user. */
    static String checked(String address) {
        var uri = uri(address);
        if (uri == null
                || uri.getScheme() == null
                || !SCHEMES.contains(uri.getScheme())
                || uri.getHost() == null
                || !hasPort(uri)) {
            throw new IllegalArgumentException(
                    "option --%s is not one address like http://registry:8081, with http:// or https://, a host, and a port of 1 to 65535 if any"
                            .formatted(RegistryOptions.URL.key()));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "option --%s holds more than scheme, host, port and path; user and password are options --%s and --%s"
                            .formatted(
                                    RegistryOptions.URL.key(),
                                    RegistryOptions.USER.key(),
                                    RegistryOptions.PASSWORD_FILE.key()));
        }
        return address;
    }

    /**
     * Whether the URI has a usable port. A colon without a port, and port 0, are valid in a URI, but cannot be reached.
     */
    private static boolean hasPort(URI uri) {
        boolean isNone = uri.getPort() < 0 && !uri.getRawAuthority().endsWith(":");
        return isNone || uri.getPort() >= 1 && uri.getPort() <= LAST_PORT;
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
