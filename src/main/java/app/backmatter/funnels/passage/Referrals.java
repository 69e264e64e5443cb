package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.ShortLinks;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import org.springframework.stereotype.Component;

/** Finds the source behind a referral: the short link's, else the campaign's. */
@Component
public class Referrals {
    private final ShortLinks links;

    Referrals(ShortLinks links) {
        this.links = links;
    }

    public Source source(WorkspaceId workspace, Referral referral) {
        if (referral.known() != null) {
            return referral.known();
        }
        var campaign = referral.campaign().isEmpty() ? Source.DIRECT : Source.campaign(referral.campaign());
        if (referral.from().isEmpty()) {
            return campaign;
        }
        var linked = WorkspaceScope.call(workspace, () -> links.sourceOf(referral.from()));
        return linked.isDirect() ? campaign : linked;
    }
}
