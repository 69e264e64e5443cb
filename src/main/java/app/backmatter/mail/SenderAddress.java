package app.backmatter.mail;

import app.backmatter.mail.domain.Sender;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.shared.WorkspaceId;
import org.springframework.stereotype.Service;

/** The address that receipts and what readers ask for come from, for those who must let it pass. */
@Service
public class SenderAddress {
    private final Sender sender;

    SenderAddress(Sender sender) {
        this.sender = sender;
    }

    public String of(WorkspaceId workspace) {
        return sender.of(workspace, MailStream.SERVICE).from();
    }
}
