package app.backmatter.mail.broadcast;

import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.Slots.Language;
import app.backmatter.mail.dkim.DkimSigner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast's message as far as it is the same for everybody: headers and both parts, encoded once. What is a reader's
 * own is put in between, so that a message costs little more than a copy of its bytes.
 */
final class MailPattern {
    private static final String BOUNDARY = "=_backmatter_part";

    private final List<Stretches> named;
    private final List<Stretches> nameless;
    private final @Nullable DkimSigner signer;

    /**
     * @param mails by their subjects, one or two
     * @param head the headers that are the same for all, each line ended by CR LF
     * @param signer absent where nothing is signed
     */
    MailPattern(List<LaidOut> mails, String head, MailAddresses addresses, @Nullable DkimSigner signer) {
        this.signer = signer;
        this.named =
                mails.stream().map(mail -> pieces(mail, head, addresses, true)).toList();
        this.nameless =
                mails.stream().map(mail -> pieces(mail, head, addresses, false)).toList();
    }

    /** The whole message: lines that end with CR LF, in ASCII; no line begins with a dot. */
    String fill(Outgoing message) {
        var pieces = message.recipient().firstName().isEmpty() ? nameless : named;
        var mail = pieces.get(message.lease().subject()).fill(message);
        return signer == null ? mail : signer.sign(mail);
    }

    private static Stretches pieces(LaidOut mail, String head, MailAddresses addresses, boolean named) {
        var slots = new ReadersSlots(addresses, named);
        var pieces = new Stretches().add(head);
        slots.headers(pieces);
        slots.subject(pieces, mail.subject());
        pieces.add("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
        part(pieces, "plain");
        slots.words(pieces, mail.text(), Language.TEXT);
        part(pieces, "html");
        slots.words(pieces, mail.html(), Language.HTML);
        return pieces.add("\r\n--" + BOUNDARY + "--\r\n").done();
    }

    private static void part(Stretches pieces, String subtype) {
        pieces.add("\r\n--" + BOUNDARY + "\r\nContent-Type: text/" + subtype
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
    }
}
