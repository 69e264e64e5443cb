package app.backmatter.storage.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells what a file is by its first bytes. What the browser or the name says is not believed. */
public final class ContentType {
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";
    public static final Set<String> PICTURES = Set.of(JPEG, PNG, "image/gif", "image/webp");
    static final String PDF = "application/pdf";
    static final String EPUB = "application/epub+zip";
    static final String ZIP = "application/zip";
    static final String MPEG = "audio/mpeg";
    static final String AUDIO_MP4 = "audio/mp4";
    static final String VIDEO_MP4 = "video/mp4";
    static final String OGG = "audio/ogg";
    static final String FLAC = "audio/flac";
    static final String UNKNOWN = "application/octet-stream";

    /** How much of a file's beginning is needed. */
    public static final int HEAD = 4096;

    /** Name and content of an EPUB's first entry, stored as it is, without an extra field between them. */
    private static final String EPUB_MARK = "mimetypeapplication/epub+zip";

    private static final String STORED = "\0\0";

    private ContentType() {}

    public static String of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
            return isEpub(text) ? EPUB : ZIP;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return "image/gif";
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        return isText(head) ? "text/plain" : soundOrUnknown(text);
    }

    private static boolean isEpub(String head) {
        return head.startsWith(STORED, 8) && head.startsWith(EPUB_MARK + "PK", 30);
    }

    private static String soundOrUnknown(String head) {
        if (head.startsWith("OggS\0")) {
            return OGG;
        }
        if (head.startsWith("fLaC")) {
            return FLAC;
        }
        if (head.startsWith("ftyp", 4)) {
            return mp4(head.substring(8, Math.min(head.length(), 12)));
        }
        return head.startsWith("ID3") || isMpegFrame(head) ? MPEG : UNKNOWN;
    }

    private static String mp4(String brand) {
        return switch (brand) {
            case "M4A ", "M4B ", "M4P ", "aax ", "aaxc" -> AUDIO_MP4;
            case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V " -> VIDEO_MP4;
            default -> UNKNOWN;
        };
    }

    /** An MPEG audio frame without a tag before it: eleven set bits, then layer III. */
    private static boolean isMpegFrame(String head) {
        return head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe6) == 0xe2;
    }

    /** Markup counts as unknown, so that no reader's program takes it for a page. */
    private static boolean isText(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        for (byte each : head) {
            if (each >= 0 && each < 0x20 && each != '\n' && each != '\r' && each != '\t' && each != '\f') {
                return false;
            }
        }
        return isUtf8(head)
                && !new String(head, StandardCharsets.UTF_8)
                        .replace("\ufeff", "")
                        .strip()
                        .startsWith("<");
    }

    private static boolean isUtf8(byte[] head) {
        try {
            // the last character may be cut in the middle
            int end = head.length;
            while (head.length == HEAD && end > HEAD - 4 && head[end - 1] < 0) {
                end--;
            }
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, end));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
