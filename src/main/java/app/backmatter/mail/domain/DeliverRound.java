package app.backmatter.mail.domain;

import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** One round of the postman: a few messages are claimed and carried side by side. */
@Component
class DeliverRound {
    private final MessageStates states;
    private final DeliverMessage delivery;

    DeliverRound(MessageStates states, DeliverMessage delivery) {
        this.states = states;
        this.delivery = delivery;
    }

    /** @return how many were claimed */
    int deliver(Pile pile, int limit) {
        var claims = states.claim(pile, limit);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            claims.forEach(claim -> threads.execute(() -> delivery.deliver(claim)));
        }
        return claims.size();
    }
}
