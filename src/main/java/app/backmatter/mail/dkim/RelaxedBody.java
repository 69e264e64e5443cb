package app.backmatter.mail.dkim;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Hashes a message's body as it comes by, in the relaxed form (RFC 6376, 3.4.4): blanks at the end of lines and empty lines
 * at the end do not count, several blanks count as one. Whatever ends a line counts as CR LF, which is how it travels.
 */
final class RelaxedBody extends OutputStream {
    private final MessageDigest digest;
    private final byte[] buffer = new byte[8_192];
    private int filled;
    private boolean inHead;
    private boolean lineIsEmpty = true;
    private boolean afterReturn;
    private boolean blank;
    private int emptyLines;

    /** @param wholeMessage whether headers come first, which do not count */
    RelaxedBody(boolean wholeMessage) {
        this.inHead = wholeMessage;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int octet) {
        int c = octet & 0xff;
        if (c == '\r' || c == '\n' && !afterReturn) {
            endLine();
        } else if (c != '\n') {
            character(c);
        }
        afterReturn = c == '\r';
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    /** Base64. To be asked once, at the end. */
    String hash() {
        if (!lineIsEmpty) {
            endLine();
        }
        digest.update(buffer, 0, filled);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private void endLine() {
        blank = false;
        if (inHead) {
            inHead = !lineIsEmpty;
        } else if (lineIsEmpty) {
            emptyLines++;
        } else {
            put('\r');
            put('\n');
        }
        lineIsEmpty = true;
    }

    private void character(int c) {
        if (c == ' ' || c == '\t') {
            blank = true;
            return;
        }
        if (!inHead) {
            for (; emptyLines > 0; emptyLines--) {
                put('\r');
                put('\n');
            }
            if (blank) {
                put(' ');
            }
            put(c);
        }
        blank = false;
        lineIsEmpty = false;
    }

    private void put(int c) {
        if (filled == buffer.length) {
            digest.update(buffer);
            filled = 0;
        }
        buffer[filled++] = (byte) c;
    }
}
