package app.backmatter.funnels.passage;

import app.backmatter.funnels.PassageId;
import app.backmatter.shared.WorkspaceId;
import java.util.List;

/** These readers need not confirm: their gifts are to be handed over at once. */
record GiftsDue(List<Due> gifts) {
    record Due(WorkspaceId workspace, PassageId passage) {}

    static GiftsDue of(List<Passage> passages) {
        return new GiftsDue(passages.stream()
                .map(passage -> new Due(passage.workspace(), passage.id()))
                .toList());
    }
}
