package io.carriageway.city.world;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How freely a lane moves, and its clock, the exact integral of that: 1 on an open dry road, less in bad weather, next
 * to nothing behind an accident. In each hour a lane is driven in whole rounds (a correction of its pace by a per cent
 * or two sees to it), so that an instant needs nothing from before its hour. Keeps one hour's marks, for speed.
 */
public final class LaneFlow {
    static final double HOUR_SECONDS = 3600;
    /** The correction of an hour grows from nothing and fades to nothing in so long, so that speed never jumps. */
    private static final double FADE_SECONDS = 60;
    /** Behind an accident cars creep at so much of their speed. */
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

    /** Seconds that the lane has gone in this hour at its own rate. */
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
