package app.backmatter.funnels.web;

import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.orders.CouponRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps anybody from finding out here which codes an author has made, or who used one. Only what could tell that counts,
 * so that whoever has a code of yesterday may look at the page as often as they like.
 */
@Component
class CodeTries {
    private static final RequestLimit PER_NETWORK =
            new RequestLimit("refused-coupon-network", 10, Duration.ofMinutes(10));

    private final RequestLimits limits;

    CodeTries(RequestLimits limits) {
        this.limits = limits;
    }

    boolean areLeft(HttpServletRequest request) {
        return limits.isOpen(PER_NETWORK, network(request));
    }

    void count(HttpServletRequest request, CouponRefusal refusal) {
        if (refusal == CouponRefusal.UNKNOWN || refusal == CouponRefusal.USED_BY_READER) {
            limits.count(PER_NETWORK, network(request));
        }
    }

    private static String network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }
}
