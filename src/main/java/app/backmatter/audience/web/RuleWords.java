package app.backmatter.audience.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.segment.Rule;
import app.backmatter.audience.segment.Segment;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import app.backmatter.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says a segment's rules as sentences. */
@Component
class RuleWords {
    private final Workspaces workspaces;
    private final Format format;
    private final Words words;

    RuleWords(Workspaces workspaces, Format format, Words words) {
        this.workspaces = workspaces;
        this.format = format;
        this.words = words;
    }

    /**
     * Groups of sentences.
     *
     * @param any whether one group is enough
     */
    record Said(boolean any, List<Group> groups) {}

    /** @param any whether one sentence is enough */
    record Group(boolean any, List<String> sentences) {}

    Said say(Segment segment, Map<Control, Map<String, String>> options) {
        var form = SegmentForm.of(segment);
        var groups = form.groups().stream()
                .map(group -> new Group(
                        group.join() == Rule.Join.ANY,
                        group.rows().stream().map(row -> say(row, options)).toList()))
                .toList();
        return new Said(form.join() == Rule.Join.ANY, groups);
    }

    private String say(RuleRow row, Map<Control, Map<String, String>> options) {
        var kind = row.kind();
        if (kind == null) {
            return words.say("audience.segment.everybody");
        }
        return words.say("audience.segment.rule." + kind.name(), value(row, kind.control(), options));
    }

    private String value(RuleRow row, Control control, Map<Control, Map<String, String>> options) {
        return switch (control) {
            case AMOUNT ->
                Money.parse(row.value(), currency()).map(format::money).orElse(row.value());
            case DATE -> format.date(LocalDate.parse(row.value()));
            case NONE, CAMPAIGN, NUMBER, DAYS -> row.value();
            case STATUS, TAG, PAGE, PLACE, BY, COUNTRY, PRODUCT, BOOK ->
                options.getOrDefault(control, Map.of()).getOrDefault(row.value(), words.say("audience.segment.gone"));
        };
    }

    private Currency currency() {
        return workspaces.get(WorkspaceScope.current()).currency();
    }
}
