package app.backmatter.audience.web;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.audience.ContactLines.Theme;
import app.backmatter.audience.domain.ContactHistory;
import app.backmatter.audience.domain.ContactNotes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that happened between a contact and the workspace in scope, as one story. */
@Component
class Timeline {
    /** Each is told by the consent that came with it. */
    private static final Set<String> TOLD_BY_CONSENTS = Set.of("signed-up", "unsubscribed", "resubscribed");

    private static final Set<String> OF_TAGS = Set.of("tagged", "untagged");

    private final ContactHistory history;
    private final ContactNotes notes;
    private final ObjectProvider<ContactLines> others;
    private final Origins origins;

    Timeline(ContactHistory history, ContactNotes notes, ObjectProvider<ContactLines> others, Origins origins) {
        this.history = history;
        this.notes = notes;
        this.others = others;
        this.origins = origins;
    }

    /**
     * @param kind a message key's end
     * @param quote word for word: what was agreed to, or noted; empty for none
     * @param path empty for none
     * @param note absent for what is none
     */
    record Moment(
            Theme theme,
            String kind,
            String detail,
            String quote,
            String path,
            @Nullable UUID note,
            Instant at) {}

    /** Latest first. */
    List<Moment> of(ContactId contact) {
        var told = others.stream().flatMap(each -> each.instead().stream()).collect(Collectors.toSet());
        var events = history.lines(contact).stream()
                .filter(line -> !TOLD_BY_CONSENTS.contains(line.kind()) && !told.contains(line.kind()))
                .map(line -> new Moment(theme(line.kind()), line.kind(), line.detail(), "", "", null, line.at()));
        var consents = history.consents(contact).stream().map(this::moment);
        var written = notes.of(contact).stream()
                .map(note -> new Moment(Theme.NOTES, "note", "", note.text(), "", note.id(), note.at()));
        var elsewhere = others.stream()
                .flatMap(each -> each.of(contact).stream())
                .map(line -> new Moment(line.theme(), line.kind(), line.detail(), "", line.path(), null, line.at()));
        return Stream.of(events, consents, written, elsewhere)
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(Moment::at).reversed())
                .toList();
    }

    private Moment moment(ContactHistory.Consent consent) {
        var kind = consent.given() ? "agreed" : "unsubscribed";
        return new Moment(Theme.CONSENT, kind, origins.of(consent.origin()), consent.text(), "", null, consent.at());
    }

    private static Theme theme(String kind) {
        if (OF_TAGS.contains(kind)) {
            return Theme.TAGS;
        }
        return kind.startsWith("mail") ? Theme.MAILS : kind.equals("confirmed") ? Theme.CONSENT : Theme.ORDERS;
    }
}
