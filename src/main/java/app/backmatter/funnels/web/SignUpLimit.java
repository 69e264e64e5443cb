package app.backmatter.funnels.web;

import app.backmatter.accounts.CrowdLimits;
import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps a program from typing whole lists of other people's addresses. Wide, for a school or a full hall stands behind
 * one address.
 */
@Component
class SignUpLimit {
    static final Duration PER = Duration.ofMinutes(10);

    private final CrowdLimits limits;
    private final RequestLimit perNetwork;

    /** @param most in ten minutes; zero for any number */
    SignUpLimit(CrowdLimits limits, @Value("${backmatter.sign-ups-per-network}") int most) {
        this.limits = limits;
        this.perNetwork = new RequestLimit("sign-up-network", most, PER);
    }

    /** Counts one; false when there were too many. */
    boolean take(HttpServletRequest request) {
        return perNetwork.tries() == 0 || limits.take(perNetwork, Network.of(request.getRemoteAddr()));
    }
}
