package io.carriageway.alert;

import java.io.Serializable;

/** Converts the rows of a domain's table to the rows that rules judge. */
public interface SiteMetrics<R> extends Serializable {

    AlertTable table();

    SiteRow of(R row);
}
