package app.backmatter.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures made for tests. */
public final class Pictures {
    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return draw(width, height, "jpg", BufferedImage.TYPE_INT_RGB);
    }

    public static byte[] png(int width, int height) {
        return draw(width, height, "png", BufferedImage.TYPE_INT_ARGB);
    }

    /** One grey pixel in lossy WebP. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** A whole header and no pixels. */
    public static byte[] pngThatClaims(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33)
                .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .array();
    }

    public static byte[] jpegWithComment(String comment) {
        var picture = jpeg(20, 20);
        var text = comment.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(picture.length + text.length + 4)
                .put(picture, 0, 2)
                .putShort((short) 0xfffe)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    private static byte[] draw(int width, int height, String format, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x7a1f2b));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.fillRect(width / 8, height / 8, width * 3 / 4, height / 6);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
