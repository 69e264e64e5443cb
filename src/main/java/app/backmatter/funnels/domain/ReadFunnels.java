package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.StepView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Funnels as other modules see them: by their published steps, or the draft's before the first publication. */
@Component
@Transactional(readOnly = true)
public class ReadFunnels {
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final Workspaces workspaces;

    ReadFunnels(FunnelRepository funnels, RevisionRepository revisions, Workspaces workspaces) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.workspaces = workspaces;
    }

    /** Latest made first; as many questions to the database for one as for a thousand. */
    public List<FunnelView> all() {
        var published = revisions.findCurrent().stream()
                .collect(Collectors.toMap(
                        Revision::getId, revision -> revision.content().funnel()));
        return funnels.findAllByOrderByCreatedAtDesc().stream()
                .map(funnel ->
                        view(funnel, Optional.ofNullable(funnel.revision()).map(published::get)))
                .toList();
    }

    public Optional<FunnelView> find(FunnelId id) {
        return funnels.findById(id)
                .map(funnel -> view(
                        funnel,
                        Optional.ofNullable(funnel.revision())
                                .flatMap(revisions::findById)
                                .map(revision -> revision.content().funnel())));
    }

    private FunnelView view(Funnel funnel, Optional<FunnelContent> published) {
        var shown = published.orElse(funnel.draft());
        return new FunnelView(
                funnel.id(),
                funnel.name(),
                EntryPath.of(workspaces.get(WorkspaceScope.current()).slug(), funnel.slug()),
                funnel.revision(),
                !shown.equals(funnel.draft()),
                shown.steps().stream().map(ReadFunnels::step).toList());
    }

    private static StepView step(Step step) {
        return new StepView(step.id(), step.part().key(), step.page().headline(), step.onYes(), step.onNo());
    }
}
