package app.backmatter.orders.receipt;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import app.backmatter.orders.SumUp;
import app.backmatter.orders.Totals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a receipt into words, as the workspace in scope writes dates and amounts. */
@Component
public class WriteReceipt {
    private final Workspaces workspaces;
    private final SumUp sumUp;
    private final WriteCreditNote writeCreditNote;

    WriteReceipt(Workspaces workspaces, SumUp sumUp, WriteCreditNote writeCreditNote) {
        this.workspaces = workspaces;
        this.sumUp = sumUp;
        this.writeCreditNote = writeCreditNote;
    }

    /** @param backs what went back of the order, first one first */
    public Receipt of(OrderView order, List<MoneyBack> backs) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var locale = workspace.locale();
        return new Receipt(
                order.receipt(),
                Letterhead.date(order.paidAt(), workspace),
                String.valueOf(order.number()),
                Letterhead.seller(order.seller(), workspace),
                Letterhead.buyer(order, workspace),
                order.lines().stream()
                        .map(line -> new Receipt.Thing(line.name(), line.price().format(locale)))
                        .toList(),
                sumUp.of(Totals.of(order.lines()), order.coupon(), locale),
                order.card(),
                backs.stream().map(back -> writeCreditNote.of(back, order)).toList(),
                backs.isEmpty() ? "" : order.net().format(locale));
    }
}
