package app.backmatter.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Recordings of almost nothing, in the forms that audiobooks come in. */
public final class SmallSound {
    private SmallSound() {}

    /** A tag of ten bytes and the beginning of a frame of 128 kbit/s. */
    public static byte[] mp3() {
        return ByteBuffer.allocate(128)
                .put("ID3\4\0\0\0\0\0\n".getBytes(StandardCharsets.ISO_8859_1))
                .position(20)
                .put(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64})
                .array();
    }

    /** @param brand four letters, such as {@code M4B } */
    public static byte[] mp4(String brand) {
        var mp4 = ByteBuffer.allocate(16 + 8 + 16);
        box(mp4, 16, "ftyp").put(brand.getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        box(mp4, 8, "moov");
        box(mp4, 16, "mdat").putLong(0);
        return mp4.array();
    }

    public static byte[] flac() {
        return ByteBuffer.allocate(4 + 4 + 34 + 8)
                .put("fLaC".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0x80000022)
                .position(42)
                .putShort((short) 0xfff8)
                .array();
    }

    public static byte[] ogg() {
        return ByteBuffer.allocate(28 + 30 + 27)
                .put("OggS\0\2".getBytes(StandardCharsets.ISO_8859_1))
                .put(26, (byte) 1)
                .put(27, (byte) 30)
                .put(58, "OggS".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static ByteBuffer box(ByteBuffer mp4, int size, String type) {
        return mp4.putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
    }
}
