package app.backmatter.mail.transport;

import app.backmatter.mail.transport.SmtpLine.Reply;
import java.io.IOException;
import java.net.Socket;

/** A conversation with a mail server that is kept for many messages; the envelope goes in one packet (RFC 2920). */
public final class SmtpConnection implements MailLine {
    private static final int GO_ON = 354;

    private final Socket socket;
    private final SmtpLine line;
    private final boolean pipelining;

    /** @param socket after the server has let us in */
    SmtpConnection(Socket socket, SmtpLine line, boolean pipelining) {
        this.socket = socket;
        this.line = line;
        this.pipelining = pipelining;
    }

    /**
     * @param message lines that end with CR LF; none begins with a dot, or the dot is doubled
     * @throws IOException when the connection is lost; whether the server took the message is not known then
     */
    @Override
    public Answer send(String from, String to, String message) throws IOException {
        var sender = "MAIL FROM:<" + from + ">";
        var recipient = "RCPT TO:<" + to + ">";
        return pipelining ? atOnce(sender, recipient, message) : oneByOne(sender, recipient, message);
    }

    private Answer atOnce(String from, String to, String message) throws IOException {
        line.send(from + "\r\n" + to + "\r\nDATA\r\n");
        var sender = line.reply();
        var recipient = line.reply();
        var data = line.reply();
        if (sender.isGood() && recipient.isGood()) {
            return data.code() == GO_ON ? content(message) : given(data);
        }
        if (data.code() == GO_ON) {
            // nobody is left to send it to, but the server waits for a message
            line.ask(".");
        }
        return refused(sender, recipient);
    }

    private Answer oneByOne(String from, String to, String message) throws IOException {
        var sender = line.ask(from);
        var recipient = sender.isGood() ? line.ask(to) : sender;
        if (!recipient.isGood()) {
            return refused(sender, recipient);
        }
        var data = line.ask("DATA");
        return data.code() == GO_ON ? content(message) : given(data);
    }

    private Answer content(String message) throws IOException {
        line.send(message + ".\r\n");
        var reply = line.reply();
        return reply.isGood() ? new Answer.Accepted() : given(reply);
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

    @Override
    public void close() {
        try (socket) {
            line.send("QUIT\r\n");
        } catch (IOException _) {
            // it is closed all the same
        }
    }
}
