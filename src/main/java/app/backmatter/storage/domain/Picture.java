package app.backmatter.storage.domain;

import app.backmatter.storage.NotAPicture;
import app.backmatter.storage.content.ContentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;

/** Decoded pixels, turned upright. */
record Picture(BufferedImage pixels) {
    private static final long MOST_PIXELS = 40_000_000;

    /**
     * Decodes JPEG, PNG, GIF (its first frame) or WebP. Dimensions are read from the header first, so that a small file
     * that claims to be huge costs nothing.
     *
     * @param enough a longer side than twice this is halved and more while decoding, to save memory
     * @throws NotAPicture when the bytes are anything else, broken, or more than 40 megapixels
     */
    static Picture decode(byte[] bytes, int enough) {
        var type = ContentType.of(Arrays.copyOf(bytes, Math.min(bytes.length, ContentType.HEAD)));
        if (!ContentType.PICTURES.contains(type)) {
            throw new NotAPicture("Not a picture: " + type);
        }
        var reader = ImageIO.getImageReadersByMIMEType(type).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            var pixels = read(reader, enough);
            return new Picture(type.equals(ContentType.JPEG) ? upright(pixels, reader) : pixels);
        } catch (IOException | RuntimeException e) {
            // decoders meet broken input with exceptions of every kind
            throw e instanceof NotAPicture known ? known : new NotAPicture("Not readable as " + type);
        } finally {
            reader.dispose();
        }
    }

    String contentType() {
        return pixels.getColorModel().hasAlpha() ? ContentType.PNG : ContentType.JPEG;
    }

    int longerSide() {
        return Math.max(pixels.getWidth(), pixels.getHeight());
    }

    /** The same picture, its longer side at most so many pixels; never enlarged. */
    Picture within(int side) throws IOException {
        return longerSide() <= side ? this : new Picture(scaled(pixels, (double) side / longerSide()));
    }

    void writeTo(OutputStream out) throws IOException {
        Thumbnails.of(pixels)
                .scale(1)
                .outputFormat(contentType().equals(ContentType.PNG) ? "png" : "jpg")
                .outputQuality(0.85)
                .toOutputStream(out);
    }

    private static BufferedImage read(ImageReader reader, int enough) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new NotAPicture("More than 40 megapixels");
        }
        var param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / enough);
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage upright(BufferedImage pixels, ImageReader reader) {
        try {
            var orientation = ExifUtils.getExifOrientation(reader, 0);
            return orientation == null
                    ? pixels
                    : ExifFilterUtils.getFilterForOrientation(orientation).apply(pixels);
        } catch (IOException | RuntimeException e) {
            // notes about the picture may be broken where the picture is whole
            return pixels;
        }
    }

    private static BufferedImage scaled(BufferedImage image, double factor) throws IOException {
        return Thumbnails.of(image).scale(factor).asBufferedImage();
    }
}
