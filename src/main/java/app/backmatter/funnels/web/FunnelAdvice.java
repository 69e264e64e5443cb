package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.Finding;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the guards say about a draft, in words. */
@Component
class FunnelAdvice {
    private final Format format;
    private final Words words;

    FunnelAdvice(Format format, Words words) {
        this.format = format;
        this.words = words;
    }

    /** What a guard says, with the page to mend it on. */
    record Advice(String text, @Nullable String href, String action) {}

    List<Advice> on(FunnelDraft draft, Finding.Weight weight, String workspace, String base) {
        return draft.findings().stream()
                .filter(finding -> finding.weight() == weight)
                .map(finding -> advice(draft, finding, workspace, base))
                .toList();
    }

    /** What the guards say about one page. */
    List<Advice> on(FunnelDraft draft, Step step, String workspace, String base) {
        return draft.findings().stream()
                .filter(finding -> step.id().equals(finding.step()))
                .map(finding -> advice(draft, finding, workspace, base))
                .toList();
    }

    private Advice advice(FunnelDraft draft, Finding finding, String workspace, String base) {
        var step = finding.step() == null
                ? null
                : draft.content().step(finding.step()).orElse(null);
        var details = new ArrayList<Object>();
        details.add(
                step == null ? "" : words.say("funnels.the-page." + step.part().key()));
        finding.details().forEach(detail -> details.add(detail instanceof Money money ? format.money(money) : detail));
        var text = words.say("funnels.guard." + finding.key(), details.toArray());
        if (finding.key().equals("no-postal-address")) {
            return new Advice(text, "/w/" + workspace + "/settings", words.say("funnels.advice.settings"));
        }
        if (finding.key().equals("not-counted")) {
            return new Advice(text, "/w/" + workspace + "/settings/currencies", words.say("funnels.advice.currencies"));
        }
        return step == null
                ? new Advice(text, null, "")
                : new Advice(text, base + "/steps/" + step.id(), words.say("funnels.advice.step"));
    }
}
