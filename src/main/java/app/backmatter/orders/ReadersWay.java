package app.backmatter.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of the way on which an order was placed. The module that leads readers provides it. */
public interface ReadersWay {
    /**
     * What a reader, or the reader's card, said to an offer.
     *
     * @param step the funnel step that made it
     * @param offer its headline
     */
    record Answer(UUID step, String offer, Said said, Instant at) {}

    enum Said {
        ACCEPTED,
        DECLINED,
        CARD_DECLINED,
        HAS_IT
    }

    /** The funnel's name; empty when it is not there. */
    Optional<String> funnel(UUID funnel);

    /** The names of all funnels that are there, in their order. */
    Map<UUID, String> funnels();

    /** In the order in which they were given. */
    List<Answer> answers(UUID passage);
}
