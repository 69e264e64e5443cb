package app.backmatter.funnels.domain;

import java.util.Objects;

/** A re-pitch offers the tripwire's product once more: it goes along when that changes, until its author parts them. */
final class RePitched {
    private RePitched() {}

    /** The draft with a changed step, and its re-pitch beside it. */
    static FunnelContent after(FunnelContent draft, Step changed) {
        var before = draft.step(changed.id()).orElse(changed);
        var rePitch = Steps.rePitch(draft);
        var after = draft.with(changed);
        return rePitch.isPresent() && changed instanceof Tripwire now && before instanceof Tripwire then
                ? after.with(follow(rePitch.get(), then, now))
                : after;
    }

    private static Step follow(RePitch rePitch, Tripwire before, Tripwire after) {
        if (!Objects.equals(rePitch.product(), before.product())) {
            return rePitch;
        }
        var first = after.price();
        var price = rePitch.price() != null || first == null ? rePitch.price() : RePitchPrice.after(first);
        return new RePitch(
                rePitch.id(),
                rePitch.page(),
                after.product(),
                price,
                rePitch.normalPrice(),
                rePitch.bump(),
                rePitch.onYes(),
                rePitch.onNo(),
                rePitch.terms());
    }
}
