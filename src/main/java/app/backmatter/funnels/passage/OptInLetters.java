package app.backmatter.funnels.passage;

import app.backmatter.mail.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Which letter follows a sign-up: the request to confirm, or the gift. */
final class OptInLetters {
    static final String CONFIRMATION = "opt-in-confirmation";
    static final String GIFT = "gift";

    /** Signing up again within it, by a second click or to annoy somebody, sends no second letter. */
    private static final Duration ONCE_IN = Duration.ofMinutes(10);

    private OptInLetters() {}

    static Letter letter(Passage passage, Instant at) {
        var template = passage.giftAt() == null ? CONFIRMATION : GIFT;
        long period = at.getEpochSecond() / ONCE_IN.toSeconds();
        return letter(passage, template, passage.revision() + ":" + passage.contact() + ":" + period, at);
    }

    static Letter giftAfterConfirmation(Passage passage, Instant at) {
        return letter(passage, GIFT, passage.id().toString(), at);
    }

    private static Letter letter(Passage passage, String template, String key, Instant at) {
        return new Letter(
                passage.workspace(),
                passage.contact(),
                Objects.requireNonNull(passage.email(), "a sign-up has an address"),
                template,
                Map.of(
                        "revision", passage.revision().toString(),
                        "proof", passage.proof(),
                        "firstName", passage.firstName()),
                template + ":" + key,
                false,
                at);
    }
}
