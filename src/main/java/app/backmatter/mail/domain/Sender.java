package app.backmatter.mail.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.mail.sender.OwnSenders;
import app.backmatter.mail.way.MailWays;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose name a mail leaves. */
@Component
public class Sender {
    private final Workspaces workspaces;
    private final OwnSenders senders;
    private final MailWays ways;
    private final PublicAddress address;
    private final MailSettings settings;

    Sender(Workspaces workspaces, OwnSenders senders, MailWays ways, PublicAddress address, MailSettings settings) {
        this.workspaces = workspaces;
        this.senders = senders;
        this.ways = ways;
        this.address = address;
        this.settings = settings;
    }

    /**
     * The two lines of a mail's head, their domains as mail servers know them.
     *
     * @param replyTo empty when answers go to the sender's own address
     */
    public record Lines(String name, String from, String replyTo) {
        public Lines {
            from = EmailAddress.ascii(from);
            replyTo = EmailAddress.ascii(replyTo);
        }
    }

    public Lines of(@Nullable WorkspaceId workspace, MailStream stream) {
        if (workspace == null) {
            return new Lines("Backmatter", installation(), "");
        }
        var view = workspaces.get(workspace);
        var chosen = senders.of(workspace, stream);
        var name = chosen.name().isEmpty() ? view.senderName() : chosen.name();
        var own = chosen.address().isEmpty() ? view.senderAddress() : chosen.address();
        if (!own.isEmpty() && (settings.from() == null || ways.hasOwn(workspace))) {
            return new Lines(name, own, chosen.replyTo());
        }
        return new Lines(name, installation(), chosen.replyTo().isEmpty() ? own : chosen.replyTo());
    }

    /** The one address that a workspace's mails come from, whatever it chooses; empty where it can choose. */
    public String forced(WorkspaceId workspace) {
        return settings.from() == null || ways.hasOwn(workspace) ? "" : settings.from();
    }

    /** RFC 2919: the list's name is the workspace's, which never changes. */
    public String listId(WorkspaceId workspace) {
        return "<%s.%s>".formatted(workspaces.get(workspace).slug(), domain());
    }

    /** The part of an address behind the @ that this installation answers for. */
    public String domain() {
        var host = URI.create(address.base()).getHost();
        return host == null ? "localhost" : host;
    }

    private String installation() {
        return settings.from() == null ? "backmatter@" + domain() : settings.from();
    }
}
