package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.pages.NotFound;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a draft that no reader ever met, with the mails that were to follow it. */
@Component
public class DeleteFunnel {
    private final FunnelRepository funnels;
    private final Sequences sequences;

    DeleteFunnel(FunnelRepository funnels, Sequences sequences) {
        this.funnels = funnels;
        this.sequences = sequences;
    }

    /**
     * @return false when it was published once: readers inside walk on through it
     * @throws NotFound when this workspace has no such funnel
     */
    @Transactional
    public boolean delete(FunnelId id) {
        var funnel = funnels.lock(id).orElseThrow(NotFound::new);
        if (funnel.revision() != null) {
            return false;
        }
        var letters = Stream.of(funnel.draft().buyers(), funnel.draft().nonBuyers());
        funnels.delete(funnel);
        letters.filter(Objects::nonNull).forEach((SequenceId each) -> sequences.delete(each));
        return true;
    }
}
