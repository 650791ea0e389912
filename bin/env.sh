# Sourced by the commands of this folder that work on jobs: finds the jar, Java and Flink. It works in an unpacked
# distribution and, after a build, in a checkout.

root=$(CDPATH= cd -- "$(dirname "$(readlink -f "$0")")/.." && pwd)
command=$(basename "$0")

fail() {
    echo "$command: $1" >&2
    exit 1
}

jar=$root/carriageway-jobs.jar
# in a checkout
[ -f "$jar" ] || jar=$root/jobs/target/carriageway-jobs.jar
[ -f "$jar" ] || fail "there is no $jar: build it with make cluster or make dist"

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null || fail "there is no Java: install Java 17 or 21, or set JAVA_HOME to one"
version=$("$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
case "$version" in
    17 | 21) ;;
    *) fail "$java is Java ${version:-of an unknown version}, but the jobs need 17 or 21: set JAVA_HOME to one" ;;
esac

# without FLINK_HOME in a checkout: the cluster of make cluster
if [ -z "${FLINK_HOME:-}" ] && [ -d "$root/sandbox" ]; then
    FLINK_HOME=$root/cluster/target/flink
    FLINK_CONF_DIR=${FLINK_CONF_DIR:-$root/sandbox/target/cluster/conf}
    [ -d "$FLINK_HOME/lib" ] && [ -d "$FLINK_CONF_DIR" ] ||
        fail "no cluster is running: start it with make cluster, or set FLINK_HOME to your Flink"
    FLINK_LOG_DIR=${FLINK_LOG_DIR:-$root/sandbox/target/cluster/log}
fi
[ -n "${FLINK_HOME:-}" ] || fail "FLINK_HOME is not set: set it to the folder of your Flink"
[ -d "$FLINK_HOME/lib" ] && [ -f "$FLINK_HOME/bin/flink" ] ||
    fail "$FLINK_HOME is not a Flink folder: it has no lib and bin/flink. Set FLINK_HOME to one."
[ -d "$FLINK_HOME/plugins/s3-fs-hadoop" ] ||
    fail "$FLINK_HOME lacks libraries of the jobs: run bin/flink-install $FLINK_HOME"
export FLINK_HOME
export FLINK_CONF_DIR="${FLINK_CONF_DIR:-$FLINK_HOME/conf}"
export FLINK_PLUGINS_DIR="${FLINK_PLUGINS_DIR:-$FLINK_HOME/plugins}"
export FLINK_LOG_DIR="${FLINK_LOG_DIR:-$FLINK_HOME/log}"

# Becomes a class of the jar, with that heap unless MEMORY says another. CARRIAGEWAY_JAVA_OPTS has more options of Java.
become() {
    heap=${MEMORY:-$1}
    shift
    log=$FLINK_LOG_DIR/carriageway-$command.log
    (mkdir -p "$(dirname "$log")" && : >"$log") 2>/dev/null || log=/dev/null
    # the opens are what Flink's serializers need where jobs run in this process
    # shellcheck disable=SC2086
    exec "$java" "-Xmx$heap" -XX:+UseSerialGC -Djava.awt.headless=true \
        -Daws.java.v1.disableDeprecationAnnouncement=true \
        --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED \
        "-Dlog.file=$log" "-Dlog4j.configurationFile=file:$root/flink-conf/log4j-cli.properties" \
        ${CARRIAGEWAY_JAVA_OPTS:-} -cp "$FLINK_HOME/lib/*:$jar" "$@"
}

# Becomes a class of the jar that lives for seconds: compiling its code well would cost more than that gets back.
become_briefly() {
    CARRIAGEWAY_JAVA_OPTS="-XX:TieredStopAtLevel=1 ${CARRIAGEWAY_JAVA_OPTS:-}"
    become "$@"
}
