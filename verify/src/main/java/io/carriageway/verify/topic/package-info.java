/** What tests of all topics share: how a topic and its owner job are declared, fed with faults, run and compared. */
package io.carriageway.verify.topic;
