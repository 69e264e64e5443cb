package app.backmatter.reports.web;

import app.backmatter.funnels.FunnelTree;
import app.backmatter.funnels.StepView;
import app.backmatter.reports.Figures;
import app.backmatter.reports.Tally;
import app.backmatter.reports.domain.FunnelReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The funnel as in the editor, with what each page brought on its card. */
class ReportTree {
    private static final String OPT_IN = "opt-in";

    private final List<StepView> steps;
    private final Figures figures;
    private final Map<UUID, Tally> tallies = new HashMap<>();
    private final long most;

    ReportTree(FunnelReport report, Figures figures) {
        this.steps = report.funnel().steps();
        this.figures = figures;
        for (int i = 0; i < steps.size(); i++) {
            tallies.put(steps.get(i).id(), report.steps().get(i).tally());
        }
        this.most = tallies.values().stream().mapToLong(Tally::visitors).max().orElse(0);
    }

    FunnelTree tree() {
        return FunnelTree.of(steps, this::label);
    }

    private FunnelTree.Label label(StepView step) {
        var tally = tallies.getOrDefault(step.id(), null);
        if (tally == null || tally.visitors() == 0) {
            return new FunnelTree.Label(null, List.of(figures.text("reports.tree.nobody")), null, "");
        }
        return new FunnelTree.Label(null, facts(step, tally), Math.toIntExact(100 * tally.visitors() / most), "");
    }

    private List<String> facts(StepView step, Tally tally) {
        boolean sells = !step.kind().equals(OPT_IN);
        var rate = figures.rate(tally.takeRate());
        var facts = new ArrayList<String>();
        facts.add(figures.text("reports.tree.seen", figures.count(tally.visitors())));
        facts.add(figures.text(sells ? "reports.tree.taken" : "reports.tree.signed-up", rate.text(), rate.counts()));
        if (sells) {
            facts.add(revenue(tally));
        }
        return facts;
    }

    /** The bump has no card of its own, so the checkout's carries its money, and says so. */
    private String revenue(Tally tally) {
        var whole = figures.money(tally.wholeRevenue());
        return tally.bumpRevenue().isZero() ? whole : figures.text("reports.tree.with-bump", whole);
    }
}
