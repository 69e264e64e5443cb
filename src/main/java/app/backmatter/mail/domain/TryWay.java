package app.backmatter.mail.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.People;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.dkim.Signers;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.mail.transport.Answer;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.transport.Trouble.Kind;
import app.backmatter.mail.way.Detail;
import app.backmatter.mail.way.MailWays;
import app.backmatter.mail.way.WayKind;
import app.backmatter.pages.Words;
import app.backmatter.shared.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Service;

/** Sends a mail to a member by the way of the workspace in scope, at once, to hear what is said to it. */
@Service
public class TryWay {
    private final MailWays ways;
    private final Sender sender;
    private final Signers signers;
    private final People people;
    private final Words words;
    private final Clock clock;

    TryWay(MailWays ways, Sender sender, Signers signers, People people, Words words, Clock clock) {
        this.ways = ways;
        this.sender = sender;
        this.signers = signers;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What was said.
     *
     * @param to who gets it
     * @param trouble absent when it was taken
     */
    public record Outcome(String to, Optional<Trouble> trouble) {}

    public Outcome send(AccountId member) {
        var email = people.email(member);
        var to = email.value();
        var way = ways.of(WorkspaceScope.current());
        try (var line = way.connect()) {
            var from = sender.of(WorkspaceScope.current(), MailStream.SERVICE);
            return new Outcome(
                    to, said(line.send(from.from(), email.ascii(), message(from, email.ascii(), !way.signs()))));
        } catch (IOException | MessagingException e) {
            return new Outcome(to, Optional.of(Trouble.of(e)));
        }
    }

    /** Whether one that is not chosen yet lets us in; sends nothing. */
    public Optional<Trouble> open(WayKind kind, Map<Detail, String> details, String secret) {
        try (var _ = ways.transport(kind, details, secret).connect()) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Trouble.of(e));
        }
    }

    private static Optional<Trouble> said(Answer answer) {
        return switch (answer) {
            case Answer.Accepted() -> Optional.empty();
            case Answer.Refused(var reply) -> Optional.of(new Trouble(Kind.SAID, reply));
            case Answer.Postponed(var reply) -> Optional.of(new Trouble(Kind.SAID, reply));
            case Answer.SenderRefused(var reply) -> Optional.of(new Trouble(Kind.SAID, reply));
        };
    }

    private String message(Sender.Lines from, String to, boolean signed) throws MessagingException, IOException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(from.from(), Line.of(from.name()), "UTF-8"));
        mail.setRecipients(MimeMessage.RecipientType.TO, InternetAddress.parse(to));
        mail.setSubject(words.say("mail.way.test.subject"), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setText(words.say("mail.way.test.text"), "UTF-8");
        mail.saveChanges();
        mail.setHeader("Message-ID", "<%s@%s>".formatted(Ids.next(), sender.domain()));
        var signer = signers.of(WorkspaceScope.current(), from.from());
        if (signed && signer.isPresent()) {
            signer.get().sign(mail);
        }
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8)
                        .replaceAll("\\r\\n|\\r|\\n", "\r\n")
                        .replace("\r\n.", "\r\n..") + "\r\n";
    }
}
