package io.carriageway.jobs.io.jdbc;

import io.carriageway.jobs.options.SecretReference;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a database's URL. Those with references to secrets are given to the driver beside the URL, so that
 * no URL contains a secret, and a secret may contain any character.
 */
record UrlParameters(String url) {

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret)[0-9]?|pwd");

    /** A key of a host, as in {@code (host=h,password=p)}. */
    private static final Pattern OF_HOST = Pattern.compile("[(,]\\s*([^=(),]+)=");

    private String before() {
        return url.replaceFirst("[?].*", "");
    }

    private List<String> pairs() {
        int mark = url.indexOf('?');
        return mark < 0 || mark == url.length() - 1
                ? List.of()
                : Arrays.asList(url.substring(mark + 1).split("&"));
    }

    private static String name(String pair) {
        try {
            return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException malformed) {
            return pair;
        }
    }

    private static String value(String pair) {
        return pair.contains("=") ? pair.split("=", 2)[1] : "";
    }

    private static boolean isReference(String pair) {
        return SecretReference.PATTERN.matcher(value(pair)).find();
    }

    /** Whether a parameter, or a key of a host, is a secret and no reference to one. */
    boolean hasClearSecret() {
        return pairs().stream()
                        .anyMatch(pair -> SECRET_NAME.matcher(name(pair)).matches()
                                && !SecretReference.PATTERN.matcher(value(pair)).matches())
                || OF_HOST.matcher(before()).results().anyMatch(key -> SECRET_NAME
                        .matcher(key.group(1).strip())
                        .matches());
    }

    /** The URL without the parameters that refer to secrets. */
    String withoutReferences() {
        var kept = pairs().stream()
                .filter(Predicate.not(UrlParameters::isReference))
                .collect(Collectors.joining("&"));
        return before() + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** The parameters that refer to secrets, with the secrets of this process. */
    Map<String, String> secrets() {
        var secrets = new LinkedHashMap<String, String>();
        pairs().stream()
                .filter(UrlParameters::isReference)
                .forEach(pair -> secrets.put(name(pair), SecretReference.resolve(value(pair))));
        return secrets;
    }
}
