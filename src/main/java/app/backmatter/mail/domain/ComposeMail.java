package app.backmatter.mail.domain;

import app.backmatter.mail.Enclosure;
import app.backmatter.mail.dkim.Signers;
import app.backmatter.mail.sender.MailStream;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.mail.MailParseException;
import org.springframework.stereotype.Component;

/** Puts a letter into an envelope: headers, plain text first, then HTML. */
@Component
class ComposeMail {
    private static final String UTF_8 = "UTF-8";

    private final Sender sender;
    private final MailLinks links;
    private final Signers signers;
    private final Clock clock;

    ComposeMail(Sender sender, MailLinks links, Signers signers, Clock clock) {
        this.sender = sender;
        this.links = links;
        this.signers = signers;
        this.clock = clock;
    }

    /** @param signed whether by us; who signs for us would find ours broken */
    MimeMessage compose(MimeMessage mail, Claim claim, WrittenLetter letter, boolean signed) {
        try {
            address(mail, claim);
            mail.setSubject(Line.of(letter.subject()), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            listHeaders(mail, claim);
            var words = new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
            mail.setContent(letter.enclosures().isEmpty() ? words : enclosing(words, letter.enclosures()));
            mail.saveChanges();
            // which gave it another
            mail.setHeader("Message-ID", "<%s@%s>".formatted(claim.id(), sender.domain()));
            if (signed) {
                sign(mail, claim);
            }
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailParseException(e);
        }
    }

    private void address(MimeMessage mail, Claim claim) throws MessagingException, UnsupportedEncodingException {
        var lines = sender.of(claim.workspace(), MailStream.of(claim.marketing()));
        mail.setFrom(new InternetAddress(lines.from(), Line.of(lines.name()), UTF_8));
        if (!lines.replyTo().isEmpty()) {
            mail.setReplyTo(InternetAddress.parse(lines.replyTo()));
        }
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(claim.to().ascii()));
    }

    private void sign(MimeMessage mail, Claim claim) throws MessagingException {
        var workspace = claim.workspace();
        if (workspace != null) {
            var signer = signers.of(
                    workspace,
                    sender.of(workspace, MailStream.of(claim.marketing())).from());
            if (signer.isPresent()) {
                signer.get().sign(mail);
            }
        }
    }

    /** RFC 8058 and RFC 2919. */
    private void listHeaders(MimeMessage mail, Claim claim) throws MessagingException {
        if (claim.marketing() && claim.workspace() != null) {
            mail.setHeader("List-Id", sender.listId(claim.workspace()));
            var unsubscribe = links.of(claim).unsubscribe();
            mail.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeMultipart enclosing(MimeMultipart words, List<Enclosure> enclosures) throws MessagingException {
        var all = new MimeMultipart("mixed");
        var first = new MimeBodyPart();
        first.setContent(words);
        all.addBodyPart(first);
        for (var enclosure : enclosures) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new EnclosedFile(enclosure)));
            part.setFileName(enclosure.name());
            part.setDisposition(Part.ATTACHMENT);
            // or a file of letters alone would travel as lines, which mail servers end in their own way
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        return all;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // short lines, whatever the author's paragraphs: nobody on the way breaks them, and the signature with them
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
