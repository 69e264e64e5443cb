package app.backmatter.orders;

import app.backmatter.shared.Ids;
import java.util.UUID;

/** A code that takes something off. */
public record CouponId(UUID value) {
    public static CouponId next() {
        return new CouponId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
