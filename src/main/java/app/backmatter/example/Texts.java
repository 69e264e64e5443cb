package app.backmatter.example;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.Locale;

/** The example's texts with prices as this workspace writes them. */
record Texts(Currency currency, Locale locale) {
    static Texts of(WorkspaceView workspace) {
        return new Texts(workspace.currency(), workspace.locale());
    }

    Leaf leaf(String path) {
        return Leaf.read(path, currency, locale);
    }

    /** @param amount in major units */
    Money price(String amount) {
        return Leaf.price(amount, currency);
    }
}
