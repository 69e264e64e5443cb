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

    /** @param address whether a buyer is asked for the street as well as for the country */
    public record Questions(boolean country, boolean address) {}

    /** What a buyer has to be asked; answered from memory, so it may be a minute behind another node. */
    public Questions questions() {
        var settings = taxes.remembered();
        return new Questions(settings.isTaxed() || settings.asksAddress(), settings.asksAddress());
    }

    /**
     * The same lines with the taxes on them.
     *
     * @param country of the buyer, two letters; empty while nobody knows
     */
    public List<LineItem> on(List<LineItem> lines, String country) {
        return taxes.on(lines, country);
    }
}
