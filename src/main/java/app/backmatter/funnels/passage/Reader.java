package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.Step;
import app.backmatter.mail.SequenceId;
import app.backmatter.pages.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A passage as found by its private address.
 *
 * @param content what was published, at the prices that this reader meets
 * @param proven whether the address was the mailed one, so that this is the owner of the mailbox
 * @param buyer whether what was bought on this way was paid for at this very address; true while nothing was bought.
 *     The typed address and the mailed one may be two persons, and one must not use the other's card.
 * @param letter whose link the reader followed, if any
 */
public record Reader(
        Passage passage,
        PublishedRevision revision,
        PublishedContent content,
        boolean proven,
        boolean buyer,
        @Nullable SequenceId letter) {
    /**
     * The same reader as brought here by a letter; what names none of this funnel's sequences counts for nothing.
     *
     * @param sequence as it stands in the address, if it does
     */
    public Reader broughtBy(@Nullable String sequence) {
        return Stream.concat(Stream.ofNullable(funnel().nonBuyers()), Stream.ofNullable(funnel().buyers()))
                .filter(letters -> proven && letters.toString().equals(sequence))
                .findFirst()
                .map(letters -> new Reader(passage, revision, content, true, buyer, letters))
                .orElse(this);
    }

    /** What the addresses on the way to a payment end with, so that it is known to whom the sale is due. */
    public String via() {
        return letter == null ? "" : via(letter);
    }

    static String via(SequenceId letter) {
        return "?letter=" + letter;
    }

    /** This reader's private pages, from the first slash. */
    public String path() {
        return "/r/" + (proven ? passage.proof() : passage.token());
    }

    /** The same reader with another currency to pay in. */
    Reader meeting(Passage changed, PublishedContent other) {
        return new Reader(changed, revision, other, proven, buyer, letter);
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

    /** Whether the order is this reader's: paid for here, or at least receipted to this reader's mailbox. */
    boolean maySeeOrder() {
        return buyer
                || (proven
                        && passage.payment() != null
                        && passage.payment().buyer().equals(passage.contact()));
    }

    /** Names what this reader means to pay once: repeated clicks are one attempt. */
    public UUID attempt(Offer offer) {
        return attempt(passage, offer, proven);
    }

    /** Tells how the payment for an offer goes, from the first slash. */
    public String paymentPath(Offer offer) {
        return path() + "/payments/" + attempt(offer) + via();
    }

    static UUID attempt(Passage passage, Step offer, boolean proven) {
        var name = passage.id() + ":" + offer.id() + (proven ? ":proven" : "");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }
}
