package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.CertificateAuthority;

/** Servers that clients reach by TLS with an account of their own. */
public record SecuredServers(CertificateAuthority authority, SecuredKafka kafka, SecuredDatabase database) {}
