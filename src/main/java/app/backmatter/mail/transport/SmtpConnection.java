package app.backmatter.mail.transport;

import app.backmatter.mail.transport.SmtpLine.Reply;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * A conversation with a mail server that is kept for many messages. Where the server lets commands come together (RFC
 * 2920), an envelope goes in one packet, or right behind the message before it.
 */
public final class SmtpConnection implements MailLine {
    private static final int GO_ON = 354;

    private final Socket socket;
    private final SmtpLine line;
    private final boolean pipelining;
    private boolean waitsForContent;

    /** @param socket after the server has let us in */
    SmtpConnection(Socket socket, SmtpLine line, boolean pipelining) {
        this.socket = socket;
        this.line = line;
        this.pipelining = pipelining;
    }

    /** Whether an envelope may go ahead, behind the message before it. */
    public boolean takesEnvelopesAhead() {
        return pipelining;
    }

    @Override
    public Answer send(String from, String to, String message) throws IOException {
        var refusal = open(from, to);
        return refusal.isPresent() ? refusal.get() : send(message);
    }

    /** @return empty when the server waits for the message, else why it does not want it */
    public Optional<Answer> open(String from, String to) throws IOException {
        if (pipelining) {
            line.send(envelope(from, to));
            return opened();
        }
        var sender = line.ask(mail(from));
        var recipient = sender.isGood() ? line.ask(rcpt(to)) : sender;
        return recipient.isGood() ? waiting(line.ask("DATA")) : Optional.of(refused(sender, recipient));
    }

    /** After an envelope was opened; as {@link #send(String, String, String)} else. */
    public Answer send(String message) throws IOException {
        return sendAnd(message, "");
    }

    /** Sends a message, and another one's envelope behind it: what that got is to be asked next, by {@link #opened}. */
    public Answer sendBefore(String from, String to, String message) throws IOException {
        return sendAnd(message, envelope(from, to));
    }

    private Answer sendAnd(String message, String next) throws IOException {
        line.send(message, ".\r\n", next);
        waitsForContent = false;
        var reply = line.reply();
        return reply.isGood() ? new Answer.Accepted() : given(reply);
    }

    /** As {@link #open}, for the envelope that went ahead. */
    public Optional<Answer> opened() throws IOException {
        var sender = line.reply();
        var recipient = line.reply();
        var data = line.reply();
        if (sender.isGood() && recipient.isGood()) {
            return waiting(data);
        }
        if (data.code() == GO_ON) {
            // nobody is left to send it to, but the server waits for a message
            line.ask(".");
        }
        return Optional.of(refused(sender, recipient));
    }

    private Optional<Answer> waiting(Reply data) {
        waitsForContent = data.code() == GO_ON;
        return waitsForContent ? Optional.empty() : Optional.of(given(data));
    }

    /** The next message is not to meet this one's sender. */
    private Answer refused(Reply sender, Reply recipient) throws IOException {
        if (sender.isGood()) {
            line.ask("RSET");
            return given(recipient);
        }
        return sender.isFinal() ? new Answer.SenderRefused(sender.toString()) : given(sender);
    }

    private static Answer given(Reply reply) {
        return reply.isFinal() ? new Answer.Refused(reply.toString()) : new Answer.Postponed(reply.toString());
    }

    private static String envelope(String from, String to) {
        return mail(from) + "\r\n" + rcpt(to) + "\r\nDATA\r\n";
    }

    private static String mail(String from) {
        return "MAIL FROM:<" + from + ">";
    }

    private static String rcpt(String to) {
        return "RCPT TO:<" + to + ">";
    }

    /** Without a word where the server waits for a message: it would be the message's first. */
    @Override
    public void close() {
        try (socket) {
            if (!waitsForContent) {
                line.send("QUIT\r\n");
            }
        } catch (IOException _) {
            // it is closed all the same
        }
    }
}
