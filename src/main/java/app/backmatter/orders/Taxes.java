package app.backmatter.orders;

import app.backmatter.orders.tax.KeepTaxes;
import java.util.List;
import org.springframework.stereotype.Service;

/** The taxes of the workspace in scope, for whoever shows a price or asks for it. */
@Service
public class Taxes {
    private final KeepTaxes taxes;

    Taxes(KeepTaxes taxes) {
        this.taxes = taxes;
    }

    /**
     * @param postalCode whether it is asked as well as the country
     * @param address whether a buyer is asked for the street as well as for the country
     */
    public record Questions(boolean country, boolean postalCode, boolean address) {}

    /** What a buyer has to be asked; answered from memory, so it may be a minute behind another node. */
    public Questions questions() {
        var settings = taxes.remembered();
        return new Questions(settings.isTaxed() || settings.asksAddress(), taxes.areByPlace(), settings.asksAddress());
    }

    /**
     * The same lines with the taxes on them.
     *
     * @param buyer as far as anybody knows
     * @throws TaxUnknown when they can't be told
     */
    public List<LineItem> on(List<LineItem> lines, BuyerAddress buyer) {
        return taxes.on(lines, buyer);
    }
}
