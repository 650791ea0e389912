#!/usr/bin/env bash
# taskmanager.sh start-foreground [-Dkey=value ...]
set -eu
. "$(dirname "$0")/config.sh"
[ "${1:-}" = start-foreground ] || { echo "usage: taskmanager.sh start-foreground [-Dkey=value ...]" >&2; exit 2; }
shift
become "taskmanager-$$" org.apache.flink.runtime.taskexecutor.TaskManagerRunner GET_TM_RESOURCE_PARAMS "$@"
