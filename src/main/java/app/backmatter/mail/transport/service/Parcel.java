package app.backmatter.mail.transport.service;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A message with its envelope.
 *
 * @param message in lines that end with CR LF
 */
record Parcel(String from, String to, String message) {
    private static final Pattern ID = Pattern.compile("(?mi)^Message-ID:\\s*<([^@>\\s]+)@");

    byte[] bytes() {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    /** Our own id of it; empty when it has none. */
    String id() {
        var found = ID.matcher(head());
        return found.find() ? found.group(1) : "";
    }

    boolean isToList() {
        return head().contains("\r\nList-Unsubscribe:");
    }

    MimeMessage parsed() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
    }

    private String head() {
        int end = message.indexOf("\r\n\r\n");
        return end < 0 ? message : message.substring(0, end);
    }
}
