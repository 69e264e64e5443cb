package app.backmatter.books.domain;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * A QR code fit for print: error correction Q (a quarter of it may be smudged), four modules of white around it (ISO/IEC
 * 18004), three centimetres wide, which a phone reads from a hand's distance.
 */
public final class PrintedCode {
    private static final int QUIET_ZONE = 4;
    private static final int WIDTH_MILLIMETRES = 30;
    /** Three centimetres at 300 dots an inch. */
    private static final int LEAST_PIXELS = 354;

    private final QrCode code;
    private final int modules;

    public PrintedCode(String url) {
        this.code = QrCode.encodeText(url, QrCode.Ecc.QUARTILE);
        this.modules = code.size + 2 * QUIET_ZONE;
    }

    public String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$dmm" height="%1$dmm" viewBox="0 0 %2$d %2$d" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0,0h%2$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg>
            """.formatted(WIDTH_MILLIMETRES, modules, path);
    }

    /** Whole pixels for each module, at least 300 dots an inch when printed three centimetres wide, as the file says. */
    public byte[] png() {
        int scale = Math.ceilDiv(LEAST_PIXELS, modules);
        var image = draw(scale);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, sized(writer, image)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private BufferedImage draw(int scale) {
        var image = new BufferedImage(modules * scale, modules * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                // beyond its edge the code answers white
                boolean dark = code.getModule(x / scale - QUIET_ZONE, y / scale - QUIET_ZONE);
                image.setRGB(x, y, dark ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        return image;
    }

    private static IIOMetadata sized(ImageWriter writer, BufferedImage image) throws IOException {
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        var perMetre = String.valueOf(Math.round(image.getWidth() * 1000.0 / WIDTH_MILLIMETRES));
        var physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        root.appendChild(physical);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
