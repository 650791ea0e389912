package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.SandboxConfig;
import java.util.HashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects the one sandbox of this JVM into tests. It starts at the first use and closes after the last test. Tests
 * share it, so each uses its own topics, databases and S3 paths.
 */
public final class SandboxExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SandboxExtension.class))
                .getOrComputeIfAbsent(Sandbox.class, type -> start(), Sandbox.class);
    }

    private static Sandbox start() {
        try {
            var environment = new HashMap<>(System.getenv());
            // also listens for tests of secured servers; the others notice nothing
            environment.put("SECURE", environment.containsKey("MYSQL_URL") ? "0" : "1");
            return Sandbox.start(SandboxConfig.fromEnvironment(environment));
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox did not start", e);
        }
    }
}
