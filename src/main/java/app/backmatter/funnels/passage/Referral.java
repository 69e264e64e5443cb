package app.backmatter.funnels.passage;

import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What an entry page's address says of where the reader came from, not looked up yet, and brings along.
 *
 * @param from a short link's code, or empty
 * @param campaign a label, or empty
 * @param coupon a code for the checkout, or empty
 * @param known the source when it is known already
 */
public record Referral(
        String from,
        String campaign,
        String coupon,
        @Nullable Source known) {
    public static final Referral NONE = new Referral("", "", "", Source.DIRECT);

    /** Anything may stand in an address or a form: what cannot be a code or a label counts as none. */
    public static Referral of(@Nullable String from, @Nullable String campaign, @Nullable String coupon) {
        var code = from != null && from.matches("[A-Za-z0-9_-]{1,40}") ? from : "";
        var label = campaign == null ? "" : clean(campaign);
        var typed = coupon != null && coupon.matches("[A-Za-z0-9_-]{3,32}") ? coupon : "";
        return code.isEmpty() && label.isEmpty() && typed.isEmpty() ? NONE : new Referral(code, label, typed, null);
    }

    static Referral known(Source source) {
        return new Referral("", source.kind() == SourceKind.CAMPAIGN ? source.label() : "", "", source);
    }

    private static String clean(String label) {
        var plain = label.replaceAll("\\p{C}+", " ").strip();
        return plain.length() > 100 ? plain.substring(0, 100).strip() : plain;
    }
}
