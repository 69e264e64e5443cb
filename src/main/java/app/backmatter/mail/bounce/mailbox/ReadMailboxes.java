package app.backmatter.mail.bounce.mailbox;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.shared.WorkspaceId;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks into all bounce mailboxes. One that is slow or away holds up no other. */
@Service
public class ReadMailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(ReadMailboxes.class);
    private static final int AT_ONCE = 8;

    private final BounceMailboxes mailboxes;
    private final OpenMailbox opener;
    private final ReadMailbox reader;

    ReadMailboxes(BounceMailboxes mailboxes, OpenMailbox opener, ReadMailbox reader) {
        this.mailboxes = mailboxes;
        this.opener = opener;
        this.reader = reader;
    }

    void readAll() {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            mailboxes
                    .workspaces()
                    .forEach(workspace -> threads.execute(() -> {
                        room.acquireUninterruptibly();
                        try {
                            read(workspace);
                        } finally {
                            room.release();
                        }
                    }));
        }
    }

    public void read(WorkspaceId workspace) {
        WorkspaceScope.run(
                workspace, () -> mailboxes.get().ifPresent(mailbox -> mailboxes.checked(read(mailbox.access()))));
    }

    /** @return what went wrong; empty when nothing did */
    private String read(MailboxAccess access) {
        try {
            reader.read(access);
            return "";
        } catch (MessagingException | RuntimeException e) {
            LOG.info("The bounce mailbox {} can't be read: {}", access, e.toString());
            return Trouble.of(e).toString();
        }
    }

    /** Whether the installation lets mailboxes be read over such a line. */
    public boolean allows(MailboxSecurity security) {
        return opener.allows(security);
    }

    /**
     * Whether it can be opened, to be asked before it is kept.
     *
     * @return what went wrong; empty when nothing did
     */
    public Optional<Trouble> tryOut(MailboxAccess access) {
        try {
            opener.open(access, Folder::getMessageCount);
            return Optional.empty();
        } catch (MessagingException | RuntimeException e) {
            return Optional.of(Trouble.of(e));
        }
    }
}
