package app.backmatter.mail.domain;

import app.backmatter.mail.MailServer;
import app.backmatter.mail.bounce.ReturnPaths;
import app.backmatter.mail.transport.Answer;
import app.backmatter.mail.transport.Transport;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.way.MailWays;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
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
    private final MailWays ways;
    private final JavaMailSender sender;
    private final ComposeMail composer;
    private final ReturnPaths returnPaths;

    Carrier(MailServer server, MailWays ways, JavaMailSender sender, ComposeMail composer, ReturnPaths returnPaths) {
        this.server = server;
        this.ways = ways;
        this.sender = sender;
        this.composer = composer;
        this.returnPaths = returnPaths;
    }

    /** Whether there is a mail server to hand anything to. */
    boolean isReady() {
        return server.isSetHere();
    }

    Handover hand(Claim claim, WrittenLetter letter) {
        var workspace = claim.workspace();
        return (workspace == null ? Optional.<Transport>empty() : ways.own(workspace))
                .map(transport -> hand(transport, claim, letter))
                .orElseGet(() -> handToInstallations(claim, letter));
    }

    private Handover hand(Transport transport, Claim claim, WrittenLetter letter) {
        try (var line = transport.connect()) {
            var mail = composer.compose(sender.createMimeMessage(), claim, letter, !transport.signs());
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            var lines = bytes.toString(StandardCharsets.UTF_8).replaceAll("\\r\\n|\\r|\\n", "\r\n");
            var from = ((InternetAddress) mail.getFrom()[0]).getAddress();
            var to = ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
            var returns = transport.signs() ? from : returns(claim, mail);
            return answer(line.send(returns, to, lines.replace("\r\n.", "\r\n..")));
        } catch (IOException | MessagingException e) {
            return new Handover.Postponed(Trouble.of(e).toString());
        }
    }

    private static Handover answer(Answer answer) {
        return switch (answer) {
            case Answer.Accepted() -> new Handover.Accepted();
            case Answer.Refused(var reply) -> new Handover.Refused(Line.of(reply));
            case Answer.Postponed(var reply) -> new Handover.Postponed(Line.of(reply));
            // our own mistake, which can be mended
            case Answer.SenderRefused(var reply) -> new Handover.Postponed(Line.of(reply));
        };
    }

    private Handover handToInstallations(Claim claim, WrittenLetter letter) {
        try {
            var mail = new SMTPMessage(sender.createMimeMessage().getSession());
            composer.compose(mail, claim, letter, true);
            mail.setEnvelopeFrom(returns(claim, mail));
            sender.send(mail);
            return new Handover.Accepted();
        } catch (MailSendException e) {
            return answer(e);
        } catch (MailException | MessagingException e) {
            return new Handover.Postponed(Trouble.of(e).toString());
        }
    }

    private String returns(Claim claim, MimeMessage mail) throws MessagingException {
        var from = ((InternetAddress) mail.getFrom()[0]).getAddress();
        var workspace = claim.workspace();
        return workspace == null ? from : returnPaths.of(workspace, from).of(claim.id());
    }

    private static Handover answer(MailSendException e) {
        for (var failure : e.getMessageExceptions()) {
            var refusal = refusal(failure);
            if (refusal != null) {
                return new Handover.Refused(Line.of(refusal));
            }
        }
        return new Handover.Postponed(Trouble.of(e).toString());
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
