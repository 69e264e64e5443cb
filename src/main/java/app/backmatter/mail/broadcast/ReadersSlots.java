package app.backmatter.mail.broadcast;

import app.backmatter.mail.content.Slots;
import app.backmatter.mail.content.Slots.Language;
import app.backmatter.mail.content.Slots.Part;
import app.backmatter.mail.tracking.MessageCode;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts what is a reader's own between what is the same for all.
 *
 * @param named whether for readers whose first name is known; for the others its slots are filled once
 */
record ReadersSlots(MailAddresses addresses, boolean named) {
    private static final String FIRST_NAME = "first_name";
    private static final String LINK = "link:";

    void headers(Stretches pieces) {
        var date = new DateLine();
        pieces.add("Date: ")
                .add(_ -> date.now())
                .add("\r\nMessage-ID: <")
                .add(message -> message.id().toString());
        pieces.add("@" + addresses.domain() + ">\r\nTo: ")
                .add(message -> message.recipient().email().ascii());
        pieces.add("\r\nList-Unsubscribe: <" + addresses.unsubscribe()).add(ReadersSlots::leaving);
        pieces.add(">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    void subject(Stretches pieces, String subject) {
        var line = Slots.of(subject, Language.TEXT);
        pieces.add("Subject: ");
        if (named && line.parts().stream().anyMatch(Part.Open.class::isInstance)) {
            pieces.add(message ->
                    header(line.fill(Map.of(FIRST_NAME, message.recipient().firstName()))));
        } else {
            pieces.add(header(line.fill(Map.of())));
        }
        pieces.add("\r\n");
    }

    void words(Stretches pieces, String template, Language language) {
        for (var part : Slots.of(template, language).parts()) {
            switch (part) {
                case Part.Words words -> same(pieces, words.text());
                case Part.Open open when open.name().equals(FIRST_NAME) -> name(pieces, open, language);
                case Part.Open open -> {
                    same(pieces, open.before());
                    address(pieces, open.name());
                    same(pieces, open.after());
                }
            }
        }
    }

    private void name(Stretches pieces, Part.Open open, Language language) {
        if (named) {
            same(pieces, open.before());
            own(
                    pieces,
                    message -> QuotedPrintable.of(
                            language.write(message.recipient().firstName())));
            same(pieces, open.after());
        } else {
            same(pieces, open.otherwise());
        }
    }

    private void address(Stretches pieces, String slot) {
        switch (slot) {
            case Slots.UNSUBSCRIBE -> address(pieces, addresses.unsubscribe(), ReadersSlots::leaving);
            case Slots.PREFERENCES -> address(pieces, addresses.preferences(), ReadersSlots::token);
            case Slots.PIXEL -> address(pieces, addresses.pixel(), ReadersSlots::message);
            default -> address(pieces, addresses.link(numberOf(slot)), ReadersSlots::message);
        }
    }

    /** @throws IllegalArgumentException when it is no link's */
    private static int numberOf(String slot) {
        if (!slot.startsWith(LINK)) {
            throw new IllegalArgumentException("No slot " + slot);
        }
        return Integer.parseInt(slot.substring(LINK.length()));
    }

    private static void address(Stretches pieces, String before, Function<Outgoing, String> code) {
        same(pieces, before);
        own(pieces, code);
    }

    private static void same(Stretches pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(QuotedPrintable.of(text)).add(QuotedPrintable.SEAM);
        }
    }

    private static void own(Stretches pieces, Function<Outgoing, String> value) {
        pieces.add(value).add(QuotedPrintable.SEAM);
    }

    private static String token(Outgoing message) {
        return message.recipient().token();
    }

    /** By which mail somebody leaves is told by its link. */
    private static String leaving(Outgoing message) {
        return token(message) + "/" + message(message);
    }

    private static String message(Outgoing message) {
        return MessageCode.of(message.id());
    }

    private static String header(String line) {
        try {
            return MimeUtility.fold(9, MimeUtility.encodeText(line, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
