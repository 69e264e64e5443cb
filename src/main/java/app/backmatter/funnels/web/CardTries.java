package app.backmatter.funnels.web;

import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.orders.PaymentOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps anybody from finding out here which stolen cards work. Only declined cards count, so that a crowd that pays is
 * never held up; those of one way are limited by its order.
 */
@Component
class CardTries {
    private static final RequestLimit PER_NETWORK =
            new RequestLimit("declined-card-network", 10, Duration.ofMinutes(10));

    private final RequestLimits limits;

    CardTries(RequestLimits limits) {
        this.limits = limits;
    }

    boolean areLeft(HttpServletRequest request) {
        return limits.isOpen(PER_NETWORK, network(request));
    }

    void count(HttpServletRequest request, PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.Declined declined && Refusal.isOfCard(declined.reason())) {
            limits.count(PER_NETWORK, network(request));
        }
    }

    private static String network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }
}
