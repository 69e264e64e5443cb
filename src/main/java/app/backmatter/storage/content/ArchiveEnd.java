package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What the last record of a ZIP archive says of its directory (APPNOTE.TXT, 4.3.16), read before anything is made as large
 * as it says.
 *
 * @param start where the directory begins
 * @param directory bytes of it
 */
record ArchiveEnd(long entries, long start, long directory) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int SIGNATURE_OF_ENTRY = 0x02014b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    /** Fields are full where a ZIP64 record says more. */
    private static final long FULL = 0xffffffffL;

    private static final int LENGTH_OF_ENTRY = 46;
    private static final int MOST_BYTES_OF_ENTRY = 1024;

    /** @throws FileRefused when there is none, it points out of the file, claims too much, or has locked files in it */
    static void check(Path file, int mostEntries) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var end = find(channel);
            end.requireAtMost(mostEntries);
            end.requireUnlocked(channel);
        }
    }

    private static ArchiveEnd find(FileChannel channel) throws IOException {
        var tail = read(channel, Math.max(0, channel.size() - LENGTH - LONGEST_COMMENT), LENGTH + LONGEST_COMMENT);
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return at(channel, tail, at);
            }
        }
        throw new FileRefused(Reason.ARCHIVE_BROKEN);
    }

    private static ArchiveEnd at(FileChannel channel, ByteBuffer tail, int at) throws IOException {
        long entries = tail.getShort(at + 10) & 0xffff;
        long directory = tail.getInt(at + 12) & FULL;
        long start = tail.getInt(at + 16) & FULL;
        if ((directory == FULL || start == FULL || entries == 0xffff) && at >= 20) {
            var large = read(channel, tail.getLong(at - 12), 56);
            if (large.limit() < 56) {
                throw new FileRefused(Reason.ARCHIVE_BROKEN);
            }
            entries = large.getLong(32);
            directory = large.getLong(40);
            start = large.getLong(48);
        }
        if (entries < 0 || directory < 0 || start < 0 || start > channel.size() - directory) {
            throw new FileRefused(Reason.ARCHIVE_BROKEN);
        }
        return new ArchiveEnd(entries, start, directory);
    }

    private void requireAtMost(int most) {
        if (entries > most || directory > (long) most * MOST_BYTES_OF_ENTRY) {
            throw new FileRefused(Reason.ARCHIVE_SWELLS);
        }
    }

    /** Java's own reader skips over the mark that says so. */
    private void requireUnlocked(FileChannel channel) throws IOException {
        long at = start;
        while (at <= start + directory - LENGTH_OF_ENTRY) {
            var entry = read(channel, at, LENGTH_OF_ENTRY);
            if (entry.limit() < LENGTH_OF_ENTRY || entry.getInt(0) != SIGNATURE_OF_ENTRY) {
                throw new FileRefused(Reason.ARCHIVE_BROKEN);
            }
            if ((entry.getShort(8) & 1) != 0) {
                throw new FileRefused(Reason.ARCHIVE_ENCRYPTED);
            }
            at += LENGTH_OF_ENTRY
                    + (entry.getShort(28) & 0xffff)
                    + (entry.getShort(30) & 0xffff)
                    + (entry.getShort(32) & 0xffff);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        var read = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        if (from < 0) {
            throw new FileRefused(Reason.ARCHIVE_BROKEN);
        }
        long at = from;
        while (read.hasRemaining()) {
            int got = channel.read(read, at);
            if (got < 0) {
                break;
            }
            at += got;
        }
        return read.flip();
    }
}
