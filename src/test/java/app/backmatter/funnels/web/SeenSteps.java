package app.backmatter.funnels.web;

import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.StepSeen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what reports hear. */
@Component
class SeenSteps {
    private final List<StepSeen> seen = new CopyOnWriteArrayList<>();

    @EventListener
    void on(StepSeen.Batch batch) {
        seen.addAll(batch.seen());
    }

    List<StepSeen> of(RevisionId revision) {
        return seen.stream().filter(view -> view.revision().equals(revision)).toList();
    }
}
