package app.backmatter.books.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PrintedCodeTests {
    private static final String URL = "https://read.example.org/go/b7k3m2x";
    private static final int QUIET = 4;

    private final PrintedCode code = new PrintedCode(URL);

    @Test
    void leadsAScannerOfThePngToTheLink() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(code.png()));
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(354);
        assertThat(scan(image)).isEqualTo(URL);
    }

    @Test
    void leadsAScannerOfTheSvgToTheLink() throws Exception {
        assertThat(scan(paint(code.svg(), 8))).isEqualTo(URL);
    }

    @Test
    void leavesFourModulesOfWhiteAround() {
        assertThat(modules(code.svg())).allMatch(at -> at[0] >= QUIET && at[1] >= QUIET);
        assertThat(modules(code.svg())).anyMatch(at -> at[0] == QUIET && at[1] == QUIET);
    }

    private static String scan(BufferedImage image) throws Exception {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    private static List<int[]> modules(String svg) {
        return Pattern.compile("M(\\d+),(\\d+)h1v1")
                .matcher(svg)
                .results()
                .map(at -> new int[] {Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2))})
                .toList();
    }

    private static BufferedImage paint(String svg, int scale) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * scale;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        modules(svg).forEach(at -> pen.fillRect(at[0] * scale, at[1] * scale, scale, scale));
        pen.dispose();
        return image;
    }
}
