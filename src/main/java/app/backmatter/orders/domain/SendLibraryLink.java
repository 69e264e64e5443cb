package app.backmatter.orders.domain;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails the link to the library to an address that has one, also where a refund or a bank left nothing to download: its
 * page says so. Asking only leaves a note, which is worked off after
 * the answer, so that nobody learns from the answer or its time who is a reader here.
 */
@Component
public class SendLibraryLink {
    /** One letter in this time for an address, however often it is asked for. */
    private static final Duration THROTTLE = Duration.ofMinutes(10);

    private final ApplicationEventPublisher events;
    private final Audience audience;
    private final Library library;
    private final Outbox outbox;
    private final Clock clock;

    SendLibraryLink(ApplicationEventPublisher events, Audience audience, Library library, Outbox outbox, Clock clock) {
        this.events = events;
        this.audience = audience;
        this.library = library;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Somebody asked for a link; whether the address is known is not. */
    record LibraryLinkRequested(WorkspaceId workspace, EmailAddress email) {}

    @Transactional
    public void ask(EmailAddress email) {
        events.publishEvent(new LibraryLinkRequested(WorkspaceScope.current(), email));
    }

    @ApplicationModuleListener
    void send(LibraryLinkRequested request) {
        WorkspaceScope.run(
                request.workspace(),
                () -> audience.find(request.email())
                        .filter(contact -> library.isOf(contact.id()))
                        .ifPresent(contact -> outbox.queue(List.of(letter(request.workspace(), contact)))));
    }

    private Letter letter(WorkspaceId workspace, ContactView contact) {
        var now = clock.instant();
        return new Letter(
                workspace,
                contact.id(),
                contact.email(),
                LibraryLetter.NAME,
                Map.of("contact", contact.id().toString()),
                "library:" + contact.id() + ":" + now.getEpochSecond() / THROTTLE.toSeconds(),
                false,
                now);
    }
}
