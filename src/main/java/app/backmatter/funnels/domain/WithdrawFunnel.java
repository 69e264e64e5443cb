package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a funnel's door to new readers until it is published again. */
@Component
public class WithdrawFunnel {
    private final FunnelRepository funnels;
    private final Clock clock;

    WithdrawFunnel(FunnelRepository funnels, Clock clock) {
        this.funnels = funnels;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(FunnelId id) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        funnel.withdraw(clock.instant());
        funnels.save(funnel);
    }
}
