package app.backmatter.storage.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells what a file is by its first bytes. What the browser or the name says is not believed. */
final class ContentType {
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    static final Set<String> PICTURES = Set.of(JPEG, PNG, "image/gif", "image/webp");
    static final String UNKNOWN = "application/octet-stream";

    /** How much of a file's beginning is needed. */
    static final int HEAD = 4096;

    private static final String EPUB_MARK = "mimetypeapplication/epub+zip";

    private ContentType() {}

    static String of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
            return text.startsWith(EPUB_MARK, 30) ? "application/epub+zip" : "application/zip";
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

    private static String soundOrUnknown(String head) {
        if (head.startsWith("ftypM4A", 4) || head.startsWith("ftypM4B", 4)) {
            return "audio/mp4";
        }
        return head.startsWith("ID3") || isMpegFrame(head) ? "audio/mpeg" : UNKNOWN;
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
