package app.backmatter.orders.receipt;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CreditNote;
import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import app.backmatter.orders.SumUp;
import org.springframework.stereotype.Component;

/** Puts a credit note into words, as the workspace in scope writes dates and amounts. */
@Component
public class WriteCreditNote {
    private final Workspaces workspaces;
    private final SumUp sumUp;

    WriteCreditNote(Workspaces workspaces, SumUp sumUp) {
        this.workspaces = workspaces;
        this.sumUp = sumUp;
    }

    /** @param order that the money went back of */
    public CreditNote of(MoneyBack back, OrderView order) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var locale = workspace.locale();
        return new CreditNote(
                back.number(),
                back.isVoid(),
                Letterhead.date(back.at(), workspace),
                String.valueOf(order.number()),
                order.receipt(),
                Letterhead.seller(back.seller(), workspace),
                Letterhead.buyer(order, workspace),
                back.lines().stream()
                        .map(line -> new Receipt.Thing(
                                line.line().name(), line.amount().format(locale)))
                        .toList(),
                sumUp.back(back, locale),
                order.card());
    }
}
