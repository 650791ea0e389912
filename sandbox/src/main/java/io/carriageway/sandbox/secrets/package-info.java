/** Makes the passwords, certificates and private files of the sandbox's servers, new ones for each run. */
package io.carriageway.sandbox.secrets;
