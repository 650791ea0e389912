package io.carriageway.city.world;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The flow of a lane and its clock, the exact integral of the flow: 1 on an open dry road, less in bad weather, almost
 * 0 behind an accident. In each hour a lane is driven in whole rounds, by a correction of its pace by one or two per
 * cent, so that an instant depends on nothing before its hour. Caches the marks of one hour for speed.
 */
public final class LaneFlow {
    static final double HOUR_SECONDS = 3600;
    /** Time in which the correction of an hour grows from 0 and fades to 0, so that speed never jumps. */
    private static final double FADE_SECONDS = 60;
    /** Share of their speed at which cars drive behind an accident. */
    private static final double CRAWL = 0.02;

    private final Sky sky;
    private final Accidents accidents;
    private final int block;
    private final int lane;
    private final double roundSeconds;
    private final AtomicReference<Hour> latest = new AtomicReference<>();

    LaneFlow(Sky sky, Accidents accidents, int block, int lane, double roundSeconds) {
        this.sky = sky;
        this.accidents = accidents;
        this.block = block;
        this.lane = lane;
        this.roundSeconds = roundSeconds;
    }

    double rate(double seconds) {
        return hour(seconds).rate(seconds);
    }

    /** Seconds of the lane's clock in this hour. */
    double clock(double seconds) {
        return hour(seconds).clock(seconds);
    }

    private Hour hour(double seconds) {
        long number = (long) StrictMath.floor(seconds / HOUR_SECONDS);
        Hour hour = latest.get();
        if (hour == null || hour.number != number) {
            hour = new Hour(number);
            latest.set(hour);
        }
        return hour;
    }

    /**
     * An hour of the lane, cut at marks: between two of them its rate is a polynomial of the seventh degree at most.
     */
    private final class Hour {
        private final long number;
        private final double start;
        private final double[] slowdowns;
        private final List<Accident> blockers;
        private final double[] marks;
        private final double[] readings;
        private final double correction;

        Hour(long number) {
            this.number = number;
            this.start = number * HOUR_SECONDS;
            this.slowdowns = new double[(int) (HOUR_SECONDS / Sky.KNOT_SECONDS) + 1];
            for (int i = 0; i < slowdowns.length; i++) {
                slowdowns[i] = sky.slowdown(start + i * Sky.KNOT_SECONDS);
            }
            this.blockers = accidents.in(block, lane, start, start + HOUR_SECONDS);
            this.marks = marks();
            this.readings = new double[marks.length];
            double open = 0;
            double correctable = 0;
            for (int i = 1; i < marks.length; i++) {
                open += Gauss.integral(this::openRate, marks[i - 1], marks[i]);
                correctable += Gauss.integral(t -> openRate(t) * fade(t), marks[i - 1], marks[i]);
            }
            double rounds = Math.max(1, StrictMath.rint(open / roundSeconds));
            this.correction = (rounds * roundSeconds - open) / correctable;
            for (int i = 1; i < marks.length; i++) {
                readings[i] = readings[i - 1] + Gauss.integral(this::rate, marks[i - 1], marks[i]);
            }
        }

        double rate(double seconds) {
            return openRate(seconds) * (1 + correction * fade(seconds));
        }

        double clock(double seconds) {
            int piece = 0;
            while (piece + 2 < marks.length && marks[piece + 1] <= seconds) {
                piece++;
            }
            return readings[piece] + Gauss.integral(this::rate, marks[piece], seconds);
        }

        private double openRate(double seconds) {
            double position = (seconds - start) / Sky.KNOT_SECONDS;
            int knot = Math.min((int) position, slowdowns.length - 2);
            double eased = SmoothNoise.eased(position - knot);
            double rate = 1 - (1 - eased) * slowdowns[knot] - eased * slowdowns[knot + 1];
            for (Accident accident : blockers) {
                rate *= 1 - (1 - CRAWL) * accident.blocking(seconds);
            }
            return rate;
        }

        private double fade(double seconds) {
            double fromEdge = Math.min(seconds - start, start + HOUR_SECONDS - seconds);
            return Math.min(1, fromEdge / FADE_SECONDS);
        }

        private double[] marks() {
            TreeSet<Double> all = new TreeSet<>();
            for (int i = 0; i < slowdowns.length; i++) {
                all.add(start + i * Sky.KNOT_SECONDS);
            }
            all.add(start + FADE_SECONDS);
            all.add(start + HOUR_SECONDS - FADE_SECONDS);
            for (Accident accident : blockers) {
                for (double mark : accident.blockingMarks()) {
                    if (mark > start && mark < start + HOUR_SECONDS) {
                        all.add(mark);
                    }
                }
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
