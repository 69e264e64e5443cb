package app.backmatter.orders.domain;

import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mails a reader's own file to the reader's own device. It counts as a download. */
@Component
public class SendToEReader {
    /** Base64 makes four bytes of three, and mail servers take 25 MB. */
    static final long MOST = 18_000_000;

    private static final Set<String> READABLE = Set.of("application/epub+zip", "application/pdf");
    private static final RequestLimit PER_READER = new RequestLimit("e-reader", 10, Duration.ofDays(1));

    private final Delivery delivery;
    private final Audience audience;
    private final RequestLimits limits;
    private final Outbox outbox;
    private final Clock clock;

    SendToEReader(Delivery delivery, Audience audience, RequestLimits limits, Outbox outbox, Clock clock) {
        this.delivery = delivery;
        this.audience = audience;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A file that an e-reader takes by e-mail. */
    public record Sendable(ProductId product, StoredFile file) {}

    /** What became of the wish. */
    public enum Outcome {
        SENT,
        NOT_THEIRS,
        NOT_AN_E_READER,
        TOO_OFTEN,
        USED_UP
    }

    /** The latest bought first. */
    public List<Sendable> sendable(ContactId reader) {
        return delivery.files(reader).entrySet().stream()
                .filter(each -> fits(each.getKey()))
                .map(each -> new Sendable(each.getValue(), each.getKey()))
                .toList();
    }

    /** @param typed the address of the device, or the reader's own */
    public Outcome send(ContactId reader, FileId file, String typed) {
        var own = audience.find(reader).orElseThrow().email();
        var device = EReader.address(typed, own);
        var wanted = sendable(reader).stream()
                .filter(each -> each.file().id().equals(file))
                .findFirst();
        if (wanted.isEmpty()) {
            return Outcome.NOT_THEIRS;
        }
        if (device.isEmpty()) {
            return Outcome.NOT_AN_E_READER;
        }
        if (!limits.take(PER_READER, reader.toString())) {
            return Outcome.TOO_OFTEN;
        }
        var parcel = delivery.parcel(reader, wanted.get().product(), file);
        if (parcel.isEmpty()) {
            return Outcome.NOT_THEIRS;
        }
        if (!delivery.take(parcel.get(), false)) {
            return Outcome.USED_UP;
        }
        outbox.queue(List.of(letter(reader, device.get(), wanted.get().product(), file)));
        return Outcome.SENT;
    }

    private static boolean fits(StoredFile file) {
        return READABLE.contains(file.contentType()) && file.size() <= MOST;
    }

    private Letter letter(ContactId reader, EmailAddress device, ProductId product, FileId file) {
        return new Letter(
                WorkspaceScope.current(),
                reader,
                device,
                EReaderLetter.NAME,
                Map.of(
                        "contact", reader.toString(),
                        "product", product.toString(),
                        "file", file.toString()),
                EReaderLetter.NAME + ":" + Ids.next(),
                false,
                clock.instant());
    }
}
