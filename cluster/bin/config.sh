#!/usr/bin/env bash
# What the scripts of this folder share. They take what those of Flink's distribution take, as far as the suite needs it.

FLINK_HOME=${FLINK_HOME:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
export FLINK_HOME
export FLINK_CONF_DIR=${FLINK_CONF_DIR:-$FLINK_HOME/conf}
export FLINK_LIB_DIR=${FLINK_LIB_DIR:-$FLINK_HOME/lib}
export FLINK_PLUGINS_DIR=${FLINK_PLUGINS_DIR:-$FLINK_HOME/plugins}
export FLINK_LOG_DIR=${FLINK_LOG_DIR:-$FLINK_HOME/log}
mkdir -p "$FLINK_LOG_DIR"

JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Flink's own reading of config.yaml and of the memory sizes in it: $1 is what to tell, the rest options
flink_says() {
    local what=$1
    shift
    "$JAVA" -Xmx64m -XX:TieredStopAtLevel=1 -Dlog4j.configurationFile=file:/dev/null -cp "$FLINK_LIB_DIR/*" \
        org.apache.flink.runtime.util.bash.BashJavaUtils "$what" --configDir "$FLINK_CONF_DIR" "$@" 2>/dev/null |
        sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p'
}

# One option's value, as config.yaml has it.
option() {
    flink_says UPDATE_AND_GET_FLINK_CONFIGURATION -flatten | sed -n "s/^$1: //p" | sed "s/^['\"]//; s/['\"]$//"
}

# Becomes a process of Flink: its name for the log, its class, and what BashJavaUtils says about its memory.
become() {
    local name=$1 class=$2 sizes=$3
    shift 3
    local parameters
    mapfile -t parameters < <(flink_says "$sizes" "$@")
    [ ${#parameters[@]} -ge 2 ] || { echo "$name: no memory settings in $FLINK_CONF_DIR/config.yaml" >&2; exit 1; }
    # shellcheck disable=SC2046,SC2086
    exec "$JAVA" ${parameters[0]} $(option env.java.opts.all) "-Dlog.file=$FLINK_LOG_DIR/$name.log" \
        "-Dlog4j.configurationFile=file:$FLINK_CONF_DIR/log4j-console.properties" \
        -cp "$FLINK_LIB_DIR/*" "$class" --configDir "$FLINK_CONF_DIR" ${parameters[1]} "$@"
}
