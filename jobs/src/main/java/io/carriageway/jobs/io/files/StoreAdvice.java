package io.carriageway.jobs.io.files;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says what to do about a fault of a file store. The file system is a plugin, so only texts tell the kinds apart. */
enum StoreAdvice {
    BUCKET("nosuchbucket|bucket does not exist", "there is no such bucket; create it, or correct the name"),
    KEY(
            "invalidaccesskeyid|signaturedoesnotmatch",
            "the store refuses the key; check s3.access-key and s3.secret-key in Flink's configuration"),
    RIGHT(
            "accessdenied|\\b403\\b|permission denied",
            "the right is missing; grant put, list and delete (docs/security.md)"),
    NO_KEY(
            "nocredentials|no aws credentials|unable to load credentials",
            "there are no credentials; give a role, AWS's environment variables, or s3.access-key"),
    NAME(
            "subject alternative|no name matching|doesn't match any of the subject",
            "the store's certificate has another host name; write the certificate's name in s3.endpoint"),
    TRUST(
            "certificate|sslhandshake|pkix",
            "the store's certificate is not trusted; add it to the trust store of Java (-Djavax.net.ssl.trustStore)"),
    HOST("unknownhost", "the host of s3.endpoint has no address; check its name, and s3.path.style.access"),
    SILENT(
            "connection refused|connectexception|timed out|timeout|no route to host",
            "the store does not answer; check s3.endpoint in Flink's configuration, and whether it is up"),
    SCHEME(
            "unsupportedfilesystemscheme|could not find a file system",
            "no plugin knows this address; write s3://, and run bin/flink-install");

    private static final String OTHER = "check the address, and s3.endpoint in Flink's configuration";

    private final Pattern sign;
    private final String advice;

    StoreAdvice(String sign, String advice) {
        this.sign = Pattern.compile(sign);
        this.advice = advice;
    }

    /** The advice for the first kind whose sign is in the texts of the fault and its causes. */
    static String of(Throwable fault) {
        var texts = texts(fault);
        for (var each : values()) {
            if (each.sign.matcher(texts).find()) {
                return each.advice;
            }
        }
        return OTHER;
    }

    private static String texts(Throwable fault) {
        var texts = new StringBuilder();
        for (var each = fault; each != null; each = each.getCause()) {
            texts.append(each).append('\n');
        }
        return texts.toString().toLowerCase(Locale.ROOT);
    }
}
