package app.backmatter.funnels.passage;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.Step;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.shared.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where a reader came from for what happens on a step. A sale is due to the last source that is known, if it brought the
 * reader within thirty days; what is offered after a payment belongs to its order. Where the reader first came from stays
 * with the passage and the contact. All of it needs the reader's workspace in scope.
 */
@Component
public class Attribution {
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Orders orders;
    private final Audience audience;
    private final Clock clock;

    Attribution(Orders orders, Audience audience, Clock clock) {
        this.orders = orders;
        this.audience = audience;
        this.clock = clock;
    }

    /** What brought the reader to the step: a letter now, or what the whole way began with. Only letters lead to a re-pitch. */
    Touch touch(Reader reader, Step step) {
        var letters = reader.letter() == null && step instanceof RePitch
                ? reader.funnel().nonBuyers()
                : reader.letter();
        var passage = reader.passage();
        return letters == null
                ? new Touch(passage.source(), passage.startedAt())
                : new Touch(Source.email(letters.value()), clock.instant());
    }

    public Source of(Reader reader, Step step) {
        var touch = touch(reader, step).source();
        var payment = reader.passage().payment();
        return payment == null
                ? touch
                : orders.find(payment.order()).map(OrderView::source).orElse(touch);
    }

    /** What a first payment is due to, the buyer perhaps having come on other ways, too. */
    Source ofSale(Touch touch, ContactId buyer) {
        var begin = clock.instant().minus(WINDOW);
        var known = audience.find(buyer)
                .map(contact -> new Touch(contact.lastSource(), contact.lastSourceAt()))
                .orElse(touch);
        return Stream.of(touch, known)
                .filter(each -> !each.source().isDirect() && each.at().isAfter(begin))
                .max(Comparator.comparing(Touch::at))
                .map(Touch::source)
                .orElse(Source.DIRECT);
    }
}
