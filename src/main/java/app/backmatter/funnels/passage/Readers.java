package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderSetOut;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.links.Visitor;
import app.backmatter.orders.Orders;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Source;
import app.backmatter.shared.Token;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds readers by their private addresses. */
@Component
public class Readers {
    private final Passages passages;
    private final Revisions revisions;
    private final Orders orders;
    private final ReadersCurrency currencies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readers(
            Passages passages,
            Revisions revisions,
            Orders orders,
            ReadersCurrency currencies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passages = passages;
        this.revisions = revisions;
        this.orders = orders;
        this.currencies = currencies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does something for the reader behind a private address, with the reader's workspace in scope.
     *
     * @throws NotFound when nobody has that address
     */
    public <T> T with(String key, Function<Reader, T> work) {
        var passage =
                Optional.of(key).filter(Token::isToken).flatMap(passages::find).orElseThrow(NotFound::new);
        return WorkspaceScope.call(passage.workspace(), () -> work.apply(reader(passage, key)));
    }

    /**
     * Like {@link #with}, for what shows an order or adds to it.
     *
     * @throws WentOnElsewhere when something was bought on this way at its other address, by another person for all we know
     */
    public <T> T onTheWay(String key, Function<Reader, T> work) {
        return with(key, reader -> {
            if (!reader.maySeeOrder()) {
                throw new WentOnElsewhere(reader);
            }
            return work.apply(reader);
        });
    }

    /** Begins the way of a reader of a funnel that starts with an offer. Who that is turns out at the checkout. */
    @Transactional
    public Reader begin(PublishedRevision revision, Visitor visitor, Source source, String coupon) {
        var passage = new Passage(
                PassageId.next(),
                revision.workspace(),
                revision.funnel(),
                revision.id(),
                Token.random(),
                Token.random(),
                visitor.key(),
                visitor.bot(),
                null,
                null,
                "",
                source,
                coupon,
                "",
                clock.instant(),
                null,
                null,
                null);
        passages.insert(List.of(passage));
        events.publishEvent(new ReaderSetOut(
                passage.workspace(),
                passage.funnel(),
                passage.revision(),
                revision.content().funnel().entry().id(),
                visitor.key(),
                passage.id(),
                source,
                visitor.bot(),
                passage.startedAt()));
        return new Reader(passage, revision, revision.content(), false, true, null);
    }

    private Reader reader(Passage passage, String key) {
        var revision = revisions.get(passage.workspace(), passage.revision());
        boolean proven = key.equals(passage.proof());
        return new Reader(
                passage,
                revision,
                currencies.met(passage, revision.content()),
                proven,
                isBuyer(passage, revision, proven),
                null);
    }

    private boolean isBuyer(Passage passage, PublishedRevision revision, boolean proven) {
        if (passage.payment() == null) {
            return true;
        }
        var paid = orders.attemptThatPaid(passage.payment().order());
        return revision.content().funnel().steps().stream()
                .map(step -> Reader.attempt(passage, step, proven))
                .anyMatch(attempt -> paid.filter(attempt::equals).isPresent());
    }
}
