package app.backmatter.orders.receipt;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.tax.KeepTaxes;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what a receipt keeps of this day, from memory: a payment asks the database for nothing here. */
@Component
public class StampReceipt {
    private final Workspaces workspaces;
    private final KeepTaxes taxes;

    StampReceipt(Workspaces workspaces, KeepTaxes taxes) {
        this.workspaces = workspaces;
        this.taxes = taxes;
    }

    public ReceiptStamp at(Instant paidAt) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var seller = Stream.of(
                        workspace.name(),
                        workspace.postalAddress(),
                        taxes.remembered().taxNumber())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return new ReceiptStamp(paidAt.atZone(workspace.timeZone()).getYear(), seller);
    }
}
