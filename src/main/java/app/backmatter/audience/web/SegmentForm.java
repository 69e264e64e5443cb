package app.backmatter.audience.web;

import app.backmatter.audience.segment.Rule;
import app.backmatter.audience.segment.Segment;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it was typed: groups of sentences, in fields such as {@code g0.c2.kind}.
 *
 * @param join between the groups
 */
record SegmentForm(String name, Rule.Join join, List<RuleGroup> groups) {
    static final int MOST_GROUPS = 10;
    static final SegmentForm EMPTY = new SegmentForm("", Rule.Join.ALL, List.of(RuleGroup.EMPTY));

    static SegmentForm of(Segment segment) {
        var rule = segment.rule();
        if (rule instanceof Rule.Group(var join, var rules)
                && !rules.isEmpty()
                && rules.stream().allMatch(Rule.Group.class::isInstance)) {
            return new SegmentForm(
                    segment.name(), join, rules.stream().map(RuleGroup::of).toList());
        }
        return new SegmentForm(segment.name(), Rule.Join.ALL, List.of(RuleGroup.of(rule)));
    }

    static SegmentForm of(HttpServletRequest request) {
        var groups = IntStream.range(0, MOST_GROUPS)
                .takeWhile(group -> request.getParameter("g" + group + ".join") != null)
                .mapToObj(group -> group(request, "g" + group))
                .toList();
        return new SegmentForm(
                Typed.line(request.getParameter("name")),
                join(request.getParameter("join")),
                groups.isEmpty() ? EMPTY.groups : groups);
    }

    private static RuleGroup group(HttpServletRequest request, String name) {
        var rows = IntStream.range(0, RuleGroup.MOST_ROWS)
                .mapToObj(row -> name + ".c" + row)
                .takeWhile(row -> request.getParameter(row + ".kind") != null)
                .map(row -> row(request, row))
                .toList();
        return new RuleGroup(
                join(request.getParameter(name + ".join")), rows.isEmpty() ? List.of(RuleRow.EMPTY) : rows);
    }

    /** What was typed for one kind of value says nothing of another. */
    private static RuleRow row(HttpServletRequest request, String name) {
        var typed = Typed.line(request.getParameter(name + ".kind"));
        var kind = Arrays.stream(RuleKind.values())
                .filter(known -> known.name().equals(typed))
                .findFirst()
                .orElse(null);
        var was = Typed.line(request.getParameter(name + ".was"));
        boolean fresh = kind == null || !was.equals(kind.control().name());
        return new RuleRow(kind, fresh ? "" : Typed.line(request.getParameter(name + ".value")));
    }

    private static Rule.Join join(@Nullable String typed) {
        return "ANY".equals(typed) ? Rule.Join.ANY : Rule.Join.ALL;
    }

    /** What one of the buttons beside the rules does to them; {@code remove 0 2} and the like. */
    SegmentForm after(String button) {
        var words = button.split(" ");
        var places = Arrays.stream(words)
                .skip(1)
                .map(word -> word.matches("[0-9]{1,2}") ? Integer.parseInt(word) : MOST_GROUPS)
                .toList();
        int group = places.isEmpty() ? MOST_GROUPS : places.getFirst();
        return switch (words[0]) {
            case "more" -> with(group, known(group).withOneMore());
            case "remove" -> with(group, known(group).without(places.size() < 2 ? MOST_GROUPS : places.get(1)));
            case "group" -> withOneMore();
            case "ungroup" -> without(group);
            default -> this;
        };
    }

    private RuleGroup known(int group) {
        return group < groups.size() ? groups.get(group) : RuleGroup.EMPTY;
    }

    private SegmentForm with(int place, RuleGroup group) {
        var all = new ArrayList<>(groups);
        if (place < all.size()) {
            all.set(place, group);
        }
        return new SegmentForm(name, join, all);
    }

    private SegmentForm withOneMore() {
        var all = new ArrayList<>(groups);
        all.add(RuleGroup.EMPTY);
        return new SegmentForm(name, join, all.subList(0, Math.min(all.size(), MOST_GROUPS)));
    }

    private SegmentForm without(int place) {
        var all = new ArrayList<>(groups);
        if (place < all.size() && all.size() > 1) {
            all.remove(place);
        }
        return new SegmentForm(name, join, all);
    }

    public boolean isFull() {
        return groups.size() >= MOST_GROUPS;
    }

    boolean saysNothing() {
        return groups.stream().allMatch(RuleGroup::saysNothing);
    }

    /** The fields whose values don't fit, such as {@code g0.c2}. */
    Set<String> wrong(Currency currency) {
        var wrong = new LinkedHashSet<String>();
        for (int group = 0; group < groups.size(); group++) {
            var rows = groups.get(group).rows();
            for (int row = 0; row < rows.size(); row++) {
                if (!rows.get(row).fits(currency)) {
                    wrong.add("g" + group + ".c" + row);
                }
            }
        }
        return wrong;
    }

    /** Of a form without anything wrong. A group without a rule is none: where one group is enough, everybody would fit it. */
    Rule rule(Currency currency) {
        return new Rule.Group(
                join,
                groups.stream()
                        .filter(group -> !group.saysNothing())
                        .map(group -> group.rule(currency))
                        .toList());
    }
}
