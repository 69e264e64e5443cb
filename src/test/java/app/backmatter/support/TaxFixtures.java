package app.backmatter.support;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.tax.KeepTaxes;
import app.backmatter.orders.tax.TaxRate;
import app.backmatter.orders.tax.TaxSettings;
import app.backmatter.orders.tax.TaxSettings.RatesOf;
import app.backmatter.shared.Percent;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Taxes of a workspace: 19 % in Germany and 20 % in Austria. */
@Component
public class TaxFixtures {
    private static final List<TaxRate> RATES =
            List.of(new TaxRate("AT", new Percent(2000), "USt."), new TaxRate("DE", new Percent(1900), "VAT"));

    private final KeepTaxes taxes;

    TaxFixtures(KeepTaxes taxes) {
        this.taxes = taxes;
    }

    public void onTop(WorkspaceId workspace) {
        save(workspace, new TaxSettings(TaxSettings.Mode.ON_TOP, RatesOf.AUTHOR, RATES, false, ""));
    }

    public void included(WorkspaceId workspace) {
        save(workspace, new TaxSettings(TaxSettings.Mode.INCLUDED, RatesOf.AUTHOR, RATES, false, ""));
    }

    /** As Stripe says, where the workspace has its keys. */
    public void ofStripe(WorkspaceId workspace, TaxSettings.Mode mode) {
        save(workspace, new TaxSettings(mode, RatesOf.STRIPE, List.of(), false, ""));
    }

    /** And asks for addresses. */
    public void save(WorkspaceId workspace, TaxSettings settings) {
        WorkspaceScope.run(workspace, () -> taxes.save(settings));
    }
}
