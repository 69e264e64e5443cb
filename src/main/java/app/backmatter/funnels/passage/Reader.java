package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A passage as found by its private address.
 *
 * @param proven whether the address was the mailed one, so that this is the owner of the mailbox
 */
public record Reader(Passage passage, PublishedRevision revision, boolean proven) {
    /** This reader's private pages, from the first slash. */
    public String path() {
        return "/r/" + (proven ? passage.proof() : passage.token());
    }

    public PublishedContent content() {
        return revision.content();
    }

    public FunnelContent funnel() {
        return content().funnel();
    }

    /** @throws NotFound when it is a step of another funnel, or no offer of this kind */
    public <S extends Step> S step(UUID id, Class<S> kind) {
        return funnel().step(id).filter(kind::isInstance).map(kind::cast).orElseThrow(NotFound::new);
    }

    /** The mailed link was followed, but its button not pressed yet. */
    public boolean mustConfirm() {
        return proven && funnel().entry() instanceof OptIn && passage.giftAt() == null;
    }

    /** Who has the mailed address may see the gift; who typed the address only after somebody confirmed it. */
    public boolean mayHaveGift() {
        return passage.confirmedAt() != null || (proven && passage.giftAt() != null);
    }

    /** Names what this reader means to pay once: repeated clicks are one attempt. */
    public UUID attempt(Offer offer) {
        return UUID.nameUUIDFromBytes((passage.id() + ":" + offer.id()).getBytes(StandardCharsets.US_ASCII));
    }
}
