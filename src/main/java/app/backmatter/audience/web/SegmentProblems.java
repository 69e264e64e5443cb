package app.backmatter.audience.web;

import java.util.Map;

/**
 * What is wrong with a segment as it was typed, in words.
 *
 * @param name empty when nothing is
 * @param rules of all of them together; empty when nothing is
 * @param rows by their fields, such as {@code g0.c2}
 */
record SegmentProblems(String name, String rules, Map<String, String> rows) {
    static final SegmentProblems NONE = new SegmentProblems("", "", Map.of());

    SegmentProblems named(String problem) {
        return new SegmentProblems(problem, rules, rows);
    }

    public boolean none() {
        return equals(NONE);
    }
}
