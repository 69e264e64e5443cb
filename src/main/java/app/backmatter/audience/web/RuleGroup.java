package app.backmatter.audience.web;

import app.backmatter.audience.segment.Rule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Sentences that are joined by <em>and</em> or by <em>or</em>. */
record RuleGroup(Rule.Join join, List<RuleRow> rows) {
    static final int MOST_ROWS = 20;
    static final RuleGroup EMPTY = new RuleGroup(Rule.Join.ALL, List.of(RuleRow.EMPTY));

    RuleGroup withOneMore() {
        var more = new ArrayList<>(rows);
        more.add(RuleRow.EMPTY);
        return new RuleGroup(join, more.subList(0, Math.min(more.size(), MOST_ROWS)));
    }

    RuleGroup without(int row) {
        var less = new ArrayList<>(rows);
        if (row < less.size()) {
            less.remove(row);
        }
        return new RuleGroup(join, less.isEmpty() ? List.of(RuleRow.EMPTY) : less);
    }

    public boolean isFull() {
        return rows.size() >= MOST_ROWS;
    }

    boolean saysNothing() {
        return rows.stream().allMatch(row -> row.kind() == null);
    }

    /** Of sentences that all fit. */
    Rule rule(Currency currency) {
        return new Rule.Group(
                join, rows.stream().flatMap(row -> row.rule(currency).stream()).toList());
    }

    static RuleGroup of(Rule rule) {
        return rule instanceof Rule.Group(var join, var rules)
                ? new RuleGroup(join, rules.stream().map(RuleRow::of).toList())
                : new RuleGroup(Rule.Join.ALL, List.of(RuleRow.of(rule)));
    }
}
