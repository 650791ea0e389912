#!/usr/bin/env bash
# jobmanager.sh start-foreground [-Dkey=value ...]
set -eu
. "$(dirname "$0")/config.sh"
[ "${1:-}" = start-foreground ] || { echo "usage: jobmanager.sh start-foreground [-Dkey=value ...]" >&2; exit 2; }
shift
become "jobmanager-$$" org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint GET_JM_RESOURCE_PARAMS "$@"
