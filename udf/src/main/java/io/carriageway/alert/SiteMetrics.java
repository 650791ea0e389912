package io.carriageway.alert;

import java.io.Serializable;

/** How a domain gives its rows to the rules. */
public interface SiteMetrics<R> extends Serializable {

    AlertTable table();

    SiteRow of(R row);
}
