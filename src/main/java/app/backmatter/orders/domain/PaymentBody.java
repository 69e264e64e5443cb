package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Present;
import app.backmatter.shared.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for and by whom; two requests with one attempt must agree in it. The card is not part of it, since
 * another card pays for the same thing.
 */
record PaymentBody(
        ContactId contact, List<LineItem> lines, @Nullable Present present) {
    /** @throws IllegalArgumentException when nothing costs anything, or currencies differ */
    PaymentBody {
        lines = List.copyOf(lines);
        if (amount(lines).isZero()) {
            throw new IllegalArgumentException("A payment is for something that costs money");
        }
    }

    /** For the one who pays. */
    PaymentBody(ContactId contact, List<LineItem> lines) {
        this(contact, lines, null);
    }

    static PaymentBody of(CheckoutRequest request) {
        return new PaymentBody(request.contact(), request.lines(), request.present());
    }

    Money amount() {
        return amount(lines);
    }

    String hash() {
        var text = new StringBuilder().append(contact);
        for (var line : lines) {
            text.append('\n')
                    .append(line.product())
                    .append(' ')
                    .append(line.kind())
                    .append(' ')
                    .append(line.step())
                    .append(' ')
                    .append(line.price().minorUnits())
                    .append(line.price().currency());
            if (!line.charged().equals(line.price()) || !line.tax().amount().isZero()) {
                text.append(' ')
                        .append(line.discount().minorUnits())
                        .append(' ')
                        .append(line.tax());
            }
        }
        if (present != null) {
            text.append('\n')
                    .append(present.to())
                    .append(' ')
                    .append(present.name())
                    .append('\n')
                    .append(present.message());
        }
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Money amount(List<LineItem> lines) {
        return lines.stream()
                .map(LineItem::charged)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("A payment is for at least one thing"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
