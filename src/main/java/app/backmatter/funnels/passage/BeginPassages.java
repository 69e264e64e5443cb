package app.backmatter.funnels.passage;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.SignUp;
import app.backmatter.audience.SignedUp;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.shared.Token;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes many sign-ups, of whatever workspaces, in one transaction with a constant number of statements. */
@Component
class BeginPassages {
    private final Audience audience;
    private final Passages passages;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    BeginPassages(Audience audience, Passages passages, Outbox outbox, ApplicationEventPublisher events) {
        this.audience = audience;
        this.passages = passages;
        this.outbox = outbox;
        this.events = events;
    }

    /** @return one passage for each request, in the same order */
    @Transactional
    List<Passage> begin(List<OptInRequest> requests) {
        var signedUp =
                audience.signUp(requests.stream().map(BeginPassages::signUp).toList());
        var begun = new ArrayList<Passage>();
        var letters = new ArrayList<Letter>();
        for (int i = 0; i < requests.size(); i++) {
            var passage = passage(requests.get(i), signedUp.get(i));
            begun.add(passage);
            letters.add(OptInLetters.letter(passage, requests.get(i).at()));
        }
        passages.insert(begun);
        outbox.queue(letters);
        publish(requests, signedUp, begun);
        return begun;
    }

    private void publish(List<OptInRequest> requests, List<SignedUp> signedUp, List<Passage> begun) {
        var facts = new ArrayList<ReaderSignedUp>();
        for (int i = 0; i < begun.size(); i++) {
            facts.add(fact(begun.get(i), requests.get(i), signedUp.get(i)));
        }
        events.publishEvent(new ReaderSignedUp.Batch(facts));
        var due = begun.stream().filter(passage -> passage.giftAt() != null).toList();
        if (!due.isEmpty()) {
            events.publishEvent(GiftsDue.of(due));
        }
    }

    private static SignUp signUp(OptInRequest request) {
        return new SignUp(
                request.revision().workspace(),
                request.email(),
                request.firstName(),
                request.step().consent(),
                request.page(),
                request.source(),
                request.timeZone(),
                request.step().doubleOptIn(),
                request.at());
    }

    private static Passage passage(OptInRequest request, SignedUp signedUp) {
        var revision = request.revision();
        boolean known = signedUp.status() == ContactStatus.SUBSCRIBED;
        return new Passage(
                PassageId.next(),
                revision.workspace(),
                revision.funnel(),
                revision.id(),
                Token.random(),
                Token.random(),
                request.visitor().key(),
                request.visitor().bot(),
                signedUp.contact(),
                request.email(),
                request.firstName(),
                request.source(),
                request.coupon(),
                "",
                request.at(),
                known ? request.at() : null,
                null,
                null);
    }

    private static ReaderSignedUp fact(Passage passage, OptInRequest request, SignedUp signedUp) {
        return new ReaderSignedUp(
                passage.workspace(),
                passage.funnel(),
                passage.revision(),
                request.step().id(),
                passage.visitor(),
                passage.id(),
                signedUp.contact(),
                passage.source(),
                passage.bot(),
                request.at());
    }
}
