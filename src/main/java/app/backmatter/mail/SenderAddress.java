package app.backmatter.mail;

import app.backmatter.mail.domain.Sender;
import app.backmatter.shared.WorkspaceId;
import org.springframework.stereotype.Service;

/** The address that a workspace's mails come from, for those who must let it pass. */
@Service
public class SenderAddress {
    private final Sender sender;

    SenderAddress(Sender sender) {
        this.sender = sender;
    }

    public String of(WorkspaceId workspace) {
        return sender.of(workspace).from();
    }
}
