package app.backmatter.mail.bounce.mailbox;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.bounce.KeepReports;
import app.backmatter.mail.bounce.Keeping;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.mailbox.BounceMailboxes.Place;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what came to a mailbox since it was last looked into, a few mails at a time, and keeps after each few how far it has
 * come. A mail that is a report of a mail of ours becomes read; all others stay as they are.
 */
@Component
class ReadMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReadMailbox.class);
    /** Ids that are asked for at once: most of a mailbox's may be gone. */
    private static final long IDS_AT_ONCE = 5_000;

    private static final int MAILS_AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SOURCE = "mailbox";

    private final OpenMailbox opener;
    private final BounceMailboxes mailboxes;
    private final KeepReports reports;
    private final Clock clock;

    ReadMailbox(OpenMailbox opener, BounceMailboxes mailboxes, KeepReports reports, Clock clock) {
        this.opener = opener;
        this.mailboxes = mailboxes;
        this.reports = reports;
        this.clock = clock;
    }

    /** Of the workspace in scope. */
    void read(MailboxAccess access) throws MessagingException {
        opener.open(access, folder -> {
            read(folder, (UIDFolder) folder);
            return folder;
        });
    }

    private void read(Folder folder, UIDFolder ids) throws MessagingException {
        var known = mailboxes.place();
        long validity = ids.getUIDValidity();
        long after = known.validity() == validity ? known.lastUid() : 0;
        long until = System.nanoTime() + LONGEST.toNanos();
        long next = ids.getUIDNext();
        while (after + 1 < next && System.nanoTime() < until) {
            long last = Math.min(after + IDS_AT_ONCE, next - 1);
            var messages = ids.getMessagesByUID(after + 1, last);
            for (int from = 0; from < messages.length && System.nanoTime() < until; from += MAILS_AT_ONCE) {
                var few = Arrays.copyOfRange(messages, from, Math.min(from + MAILS_AT_ONCE, messages.length));
                fetch(folder, few);
                int kept = keep(few, ids, validity);
                after = ids.getUID(few[few.length - 1]);
                mailboxes.reached(new Place(validity, after), kept);
            }
            if (System.nanoTime() < until) {
                after = last;
                mailboxes.reached(new Place(validity, after), 0);
            }
        }
    }

    private static void fetch(Folder folder, Message[] messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.CONTENT_INFO);
        folder.fetch(messages, profile);
    }

    private int keep(Message[] messages, UIDFolder ids, long validity) throws MessagingException {
        int kept = 0;
        for (var message : messages) {
            var report = read(message, validity + ":" + ids.getUID(message));
            if (report.isPresent()) {
                var keeping = reports.keep(List.of(report.get())).getFirst();
                if (keeping != Keeping.STRANGE) {
                    message.setFlag(Flags.Flag.SEEN, true);
                }
                kept += keeping == Keeping.KEPT ? 1 : 0;
            }
        }
        return kept;
    }

    /** Empty for what is no report, or none that can be read. */
    private Optional<Report> read(Message message, String uid) throws MessagingException {
        try {
            var at = at(message);
            var name = name(message, uid);
            return ReportMail.read(message)
                    .flatMap(found -> found.about()
                            .map(about -> new Report(
                                    found.kind(),
                                    about,
                                    WorkspaceScope.current(),
                                    null,
                                    at,
                                    found.status(),
                                    found.words(),
                                    SOURCE,
                                    name)));
        } catch (IOException | RuntimeException e) {
            LOG.info("A mail in a bounce mailbox can't be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private Instant at(Message message) throws MessagingException {
        return Optional.ofNullable(message.getReceivedDate())
                .map(Date::toInstant)
                .orElseGet(clock::instant);
    }

    /** Its Message-ID, by which it is the same in another folder, too. */
    private static String name(Message message, String uid) throws MessagingException {
        var header = message.getHeader("Message-ID");
        return header == null || header[0].isBlank() || header[0].length() > 290 ? uid : header[0].strip();
    }
}
