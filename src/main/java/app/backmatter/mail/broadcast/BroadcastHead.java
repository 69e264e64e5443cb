package app.backmatter.mail.broadcast;

import app.backmatter.mail.domain.Sender;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.shared.WorkspaceId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The headers of a broadcast that are the same for all its readers. */
@Component
class BroadcastHead {
    private final Sender sender;

    BroadcastHead(Sender sender) {
        this.sender = sender;
    }

    /** Each line ended by CR LF. */
    String lines(BroadcastJob job) {
        var from = sender.of(job.workspace(), MailStream.LIST);
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress(from.from(), from.name(), "UTF-8"));
            if (!from.replyTo().isEmpty()) {
                mail.setReplyTo(InternetAddress.parse(from.replyTo()));
            }
            mail.setHeader("List-Id", sender.listId(job.workspace()));
            mail.setHeader("Feedback-ID", feedbackId(job.id(), job.workspace()));
            mail.setHeader("Precedence", "bulk");
            return Collections.list(mail.getAllHeaderLines()).stream()
                    .map(line -> line + "\r\n")
                    .collect(Collectors.joining());
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Gmail counts complaints by: the broadcast, and who sends. */
    private static String feedbackId(UUID broadcast, WorkspaceId workspace) {
        return "%s:%s:broadcast:backmatter".formatted(broadcast, workspace);
    }
}
