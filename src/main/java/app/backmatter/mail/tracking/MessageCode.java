package app.backmatter.mail.tracking;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A message's id as the addresses in it carry it: 22 characters. */
public final class MessageCode {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private MessageCode() {}

    public static String of(UUID message) {
        return ENCODER.encodeToString(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .array());
    }

    /** Empty for anything cut or made up. */
    static Optional<UUID> read(String code) {
        if (!SHAPE.matcher(code).matches()) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(DECODER.decode(code));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
