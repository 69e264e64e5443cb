package app.backmatter.mail.domain;

import app.backmatter.mail.MailServer;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server and makes sense of its answer. */
@Component
class Carrier {
    private final MailServer server;
    private final JavaMailSender sender;
    private final ComposeMail composer;

    Carrier(MailServer server, JavaMailSender sender, ComposeMail composer) {
        this.server = server;
        this.sender = sender;
        this.composer = composer;
    }

    /** Whether there is a mail server to hand anything to. */
    boolean isReady() {
        return server.isSet();
    }

    Handover hand(Claim claim, WrittenLetter letter) {
        try {
            sender.send(composer.compose(sender.createMimeMessage(), claim, letter));
            return new Handover.Accepted();
        } catch (MailSendException e) {
            return answer(e);
        } catch (MailException e) {
            return new Handover.Postponed(Line.of(String.valueOf(e.getMessage())));
        }
    }

    private static Handover answer(MailSendException e) {
        for (var failure : e.getMessageExceptions()) {
            var refusal = refusal(failure);
            if (refusal != null) {
                return new Handover.Refused(Line.of(refusal));
            }
        }
        return new Handover.Postponed(Line.of(String.valueOf(e.getMessage())));
    }

    /** The reply that refuses this mail for good, if there is one in the chain; a refused sender is our own mistake. */
    private static @Nullable String refusal(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> null;
            case SMTPSenderFailedException e -> null;
            case SMTPAddressFailedException e when e.getReturnCode() >= 500 -> e.getMessage();
            case MessagingException e when e.getNextException() != null -> refusal(e.getNextException());
            case SMTPSendFailedException e when e.getReturnCode() >= 500 -> e.getMessage();
            default -> null;
        };
    }
}
