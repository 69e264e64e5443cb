package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.orders.Orders;
import app.backmatter.pages.Format;
import app.backmatter.reports.Figures;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for its author: disputes, mails and refunds that failed or wait, published funnels whose draft has moved on. */
@Component
class Decisions {
    /** Who has not given money back in another way by then does not want to be told any more. */
    private static final Duration REFUSED_REFUNDS = Duration.ofDays(14);

    private final Funnels funnels;
    private final MailDecisions mails;
    private final Orders orders;
    private final Format format;
    private final Clock clock;

    Decisions(Funnels funnels, MailDecisions mails, Orders orders, Format format, Clock clock) {
        this.funnels = funnels;
        this.mails = mails;
        this.orders = orders;
        this.format = format;
        this.clock = clock;
    }

    /** One of them: what to decide and where. */
    record Decision(String text, String href) {}

    /** Of the workspace in scope. */
    List<Decision> of(WorkspaceView workspace, Figures figures) {
        List<Decision> decisions = new ArrayList<>();
        orders.disputesToAnswer().stream()
                .map(disputed -> new Decision(
                        figures.text(
                                "reports.today.disputed-order",
                                String.valueOf(disputed.number()),
                                format.date(disputed.answerBy())),
                        "/w/%s/orders/%s".formatted(workspace.slug(), disputed.order())))
                .forEach(decisions::add);
        decisions.addAll(mails.of(workspace, figures));
        orders.refusedRefunds(clock.instant().minus(REFUSED_REFUNDS)).stream()
                .map(refused -> new Decision(
                        figures.text("reports.today.refused-refund", String.valueOf(refused.number())),
                        "/w/%s/orders/%s".formatted(workspace.slug(), refused.order())))
                .forEach(decisions::add);
        funnels.all().stream()
                .filter(FunnelView::hasUnpublishedChanges)
                .map(funnel -> new Decision(
                        figures.text("reports.today.changed-funnel", funnel.name()),
                        "/w/%s/funnels/%s".formatted(workspace.slug(), funnel.id())))
                .forEach(decisions::add);
        return List.copyOf(decisions);
    }
}
