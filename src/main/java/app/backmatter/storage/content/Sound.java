package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Recordings whose parts are as long as they say and whose sound is there and not locked. */
final class Sound {
    private static final Set<String> LOCKED = Set.of("aax ", "aaxc", "M4P ");
    private static final int MOST_PARTS = 10_000;
    /** How far behind a tag the first frame may begin: encoders pad. */
    private static final int MOST_PADDING = 1 << 16;

    private Sound() {}

    static void check(Path path, String type) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            switch (type) {
                case ContentType.MPEG -> checkMpeg(file);
                case ContentType.FLAC -> checkFlac(file);
                case ContentType.OGG -> checkOgg(file);
                default -> checkMp4(file);
            }
        } catch (EOFException e) {
            throw new FileRefused(Reason.AUDIO_BROKEN, e);
        }
    }

    /** Over the ID3v2 tag, whose size has seven bits a byte, to the first frame of layer III. */
    private static void checkMpeg(RandomAccessFile file) throws IOException {
        long start = 0;
        if (text(file, 3).equals("ID3")) {
            file.seek(5);
            int footer = (file.readUnsignedByte() & 0x10) == 0 ? 0 : 10;
            long size = 0;
            for (int i = 0; i < 4; i++) {
                size = size << 7 | file.readUnsignedByte() & 0x7f;
            }
            start = 10 + size + footer;
        }
        file.seek(start);
        var bytes = new byte[(int) Math.max(0, Math.min(MOST_PADDING, file.length() - start))];
        file.readFully(bytes);
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (isFrame(bytes, i)) {
                return;
            }
        }
        throw broken();
    }

    private static boolean isFrame(byte[] bytes, int at) {
        int bitrate = bytes[at + 2] >> 4 & 0xf;
        return (bytes[at] & 0xff) == 0xff
                && (bytes[at + 1] & 0xe6) == 0xe2
                && bitrate != 0xf
                && bitrate != 0
                && (bytes[at + 2] & 0x0c) != 0x0c;
    }

    /** Walks over the boxes of the file (ISO/IEC 14496-12, 4.2): an index and sound must be among them. */
    private static void checkMp4(RandomAccessFile file) throws IOException {
        var found = new HashSet<String>();
        long at = 0;
        for (int i = 0; at < file.length(); i++) {
            file.seek(at);
            long size = Integer.toUnsignedLong(file.readInt());
            var type = text(file, 4);
            if (type.equals("ftyp") && LOCKED.contains(text(file, 4))) {
                throw new FileRefused(Reason.AUDIO_ENCRYPTED);
            }
            if (size == 1) {
                file.seek(at + 8);
                size = file.readLong();
            } else if (size == 0) {
                size = file.length() - at;
            }
            if (size < 8 || size > file.length() - at || i > MOST_PARTS) {
                throw broken();
            }
            found.add(type);
            at += size;
        }
        if (!found.containsAll(Set.of("moov", "mdat"))) {
            throw broken();
        }
    }

    /** Over the blocks of metadata (RFC 9639, section 8), of which one is the last, to the first frame. */
    private static void checkFlac(RandomAccessFile file) throws IOException {
        file.seek(4);
        boolean last = false;
        for (int i = 0; !last && i < MOST_PARTS; i++) {
            int header = file.readInt();
            last = header < 0;
            int length = header & 0xffffff;
            boolean first = i == 0;
            if (first != ((header >> 24 & 0x7f) == 0) || first && length != 34) {
                throw broken();
            }
            file.seek(file.getFilePointer() + length);
        }
        if ((file.readUnsignedShort() & 0xfffe) != 0xfff8) {
            throw broken();
        }
    }

    /** The first page (RFC 3533, section 6) begins a stream and is there to its end. */
    private static void checkOgg(RandomAccessFile file) throws IOException {
        file.seek(5);
        if ((file.readUnsignedByte() & 2) == 0) {
            throw broken();
        }
        file.seek(26);
        int segments = file.readUnsignedByte();
        int length = 0;
        for (int i = 0; i < segments; i++) {
            length += file.readUnsignedByte();
        }
        file.seek(file.getFilePointer() + length);
        if (!text(file, 4).equals("OggS")) {
            throw broken();
        }
    }

    private static String text(RandomAccessFile file, int length) throws IOException {
        var bytes = new byte[length];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static FileRefused broken() {
        return new FileRefused(Reason.AUDIO_BROKEN);
    }
}
