package app.backmatter.orders.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.pages.Typed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a code is good for as a form names it: empty for everything, else the kind and the id of the one thing. */
final class CouponScope {
    private static final String PRODUCT = "product:";
    private static final String FUNNEL = "funnel:";

    private CouponScope() {}

    static String of(CouponTerms terms) {
        if (terms.product() != null) {
            return product(terms.product());
        }
        return terms.funnel() == null ? "" : funnel(terms.funnel());
    }

    static String product(ProductId id) {
        return PRODUCT + id;
    }

    static String funnel(UUID id) {
        return FUNNEL + id;
    }

    static @Nullable ProductId productOf(String scope) {
        var id = after(PRODUCT, scope);
        return id == null ? null : new ProductId(id);
    }

    static @Nullable UUID funnelOf(String scope) {
        return after(FUNNEL, scope);
    }

    private static @Nullable UUID after(String kind, String scope) {
        return scope.startsWith(kind) ? Typed.id(scope.substring(kind.length())) : null;
    }
}
