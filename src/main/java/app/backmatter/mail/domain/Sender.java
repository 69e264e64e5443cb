package app.backmatter.mail.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.WorkspaceId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose name a mail leaves. */
@Component
public class Sender {
    private final Workspaces workspaces;
    private final PublicAddress address;
    private final MailSettings settings;

    Sender(Workspaces workspaces, PublicAddress address, MailSettings settings) {
        this.workspaces = workspaces;
        this.address = address;
        this.settings = settings;
    }

    /**
     * The two lines of a mail's head.
     *
     * @param replyTo empty when answers go to the sender's own address
     */
    public record Lines(String name, String from, String replyTo) {}

    public Lines of(@Nullable WorkspaceId workspace) {
        if (workspace == null) {
            return new Lines("Backmatter", installation(), "");
        }
        var view = workspaces.get(workspace);
        var own = view.senderAddress();
        if (settings.from() == null && !own.isEmpty()) {
            return new Lines(view.senderName(), own, "");
        }
        return new Lines(view.senderName(), installation(), own);
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
