package app.backmatter.audience;

import app.backmatter.shared.WorkspaceId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The private part of the addresses behind a mail's unsubscribe and preference links: 43 characters, of which 122 bits
 * are random, the same for a contact for ever and dead when the person is erased.
 */
@Service
public class ContactTokens {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;

    ContactTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contact of the workspace. */
    public record Owner(WorkspaceId workspace, ContactId contact) {}

    public Optional<String> of(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql("select mail_key from contacts where id = :contact and workspace_id = :workspace")
                .param("contact", contact.value())
                .param("workspace", workspace.value())
                .query(UUID.class)
                .optional()
                .map(key -> encode(contact, key));
    }

    /** Who holds this token, of any workspace; nobody for anything altered, cut or made up. */
    public Optional<Owner> owner(String token) {
        return decode(token)
                .flatMap(pair -> jdbc.sql(
                                "select workspace_id, id from contacts where id = :contact and mail_key = :key")
                        .param("contact", pair.contact)
                        .param("key", pair.key)
                        .query((row, n) -> new Owner(
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                new ContactId(row.getObject("id", UUID.class))))
                        .optional());
    }

    private record Pair(UUID contact, UUID key) {}

    /** @param key the contact's own secret */
    public static String encode(ContactId contact, UUID key) {
        return ENCODER.encodeToString(ByteBuffer.allocate(32)
                .putLong(contact.value().getMostSignificantBits())
                .putLong(contact.value().getLeastSignificantBits())
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array());
    }

    private static Optional<Pair> decode(String token) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        return Optional.of(
                new Pair(new UUID(bytes.getLong(), bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong())));
    }
}
