package app.backmatter.audience.importing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of PostgreSQL's COPY, which takes them faster than any statement. */
final class CopyRows {
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** PostgreSQL counts from 2000 on. */
    private static final long EPOCH_SECONDS = 946_684_800;
    /** The number of the type in every PostgreSQL. */
    private static final int TEXT = 25;

    /** The database takes what there is while more is written. */
    private static final int AT_ONCE = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * AT_ONCE);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final CopyIn copy;

    /** Whoever has rows to send. */
    @FunctionalInterface
    interface Writer {
        void write(CopyRows rows) throws SQLException;
    }

    /** Writes what may fail only where there is no memory left. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private CopyRows(CopyIn copy) {
        this.copy = copy;
        write(() -> {
            out.write(HEAD);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    CopyRows row(int columns) throws SQLException {
        if (bytes.size() >= AT_ONCE) {
            send();
        }
        return write(() -> out.writeShort(columns));
    }

    CopyRows uuid(UUID value) {
        return write(() -> {
            out.writeInt(16);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        });
    }

    CopyRows text(String value) {
        return write(() -> {
            var utf8 = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        });
    }

    /** Absent where it is empty. */
    CopyRows textOrNull(String value) {
        return value.isEmpty() ? write(() -> out.writeInt(-1)) : text(value);
    }

    /** Absent where there are none. */
    CopyRows texts(Collection<String> values) {
        return write(() -> {
            if (values.isEmpty()) {
                out.writeInt(-1);
                return;
            }
            var utf8 = values.stream()
                    .map(value -> value.getBytes(StandardCharsets.UTF_8))
                    .toList();
            out.writeInt(20 + utf8.stream().mapToInt(each -> 4 + each.length).sum());
            // one dimension, no gaps, of texts, so many, from 1 on
            for (int each : new int[] {1, 0, TEXT, values.size(), 1}) {
                out.writeInt(each);
            }
            for (var each : utf8) {
                out.writeInt(each.length);
                out.write(each);
            }
        });
    }

    CopyRows number(@Nullable Long value) {
        return write(() -> {
            out.writeInt(value == null ? -1 : 8);
            if (value != null) {
                out.writeLong(value);
            }
        });
    }

    CopyRows time(@Nullable Instant value) {
        return value == null
                ? number(null)
                : number((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    /** @param into the table with its columns */
    static void send(Connection connection, String into, Writer writer) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin with (format binary)");
        try {
            var rows = new CopyRows(copy);
            writer.write(rows);
            rows.write(() -> rows.out.writeShort(-1)).send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
    }

    private CopyRows write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
