package io.carriageway.jobs.io.kafka;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Checks the address of a schema registry when a job is submitted. No error repeats it: it may hold a password. */
final class RegistryAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private RegistryAddress() {}

    /** The address, if it is one of HTTP with a host and without a user. */
    static String checked(String address) {
        var uri = uri(address);
        if (uri == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "option --%s is not one address like http://registry:8081, with http:// or https:// and a host"
                            .formatted(SchemaRegistry.URL.key()));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "option --%s holds more than scheme, host, port and path; user and password are options --%s and --%s"
                            .formatted(
                                    SchemaRegistry.URL.key(),
                                    SchemaRegistry.USER.key(),
                                    SchemaRegistry.PASSWORD.key()));
        }
        return address;
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
