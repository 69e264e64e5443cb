package app.backmatter.watermarks.pdf;

import app.backmatter.watermarks.Watermark;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A line in the size that its sheet has room for, centred at the foot.
 *
 * @param size of the letters, in the page's units; left and bottom likewise
 */
record Fitted(List<Letters.Run> runs, float size, float left, float bottom) {
    /** In points, when a line is long. */
    private static final float SMALLEST = 5;

    private static final float SMALL = 6;
    private static final float LARGE = 14;
    /** A usual page holds eighty such letters side by side. */
    private static final float PART_OF_THE_SHEET = 1 / 80f;

    /** Empty on a sheet too small to be read. */
    static Optional<Fitted> on(Sheet sheet, Watermark watermark, Letters letters) throws IOException {
        float size = size(sheet);
        float room = sheet.width() - 4 * size;
        if (sheet.height() < 4 * size) {
            return Optional.empty();
        }
        var name = letters.drawable(watermark.owner());
        for (int length = name.codePointCount(0, name.length()); length >= 0; length--) {
            var runs = letters.runs(watermark.line(cut(name, length)));
            float width = Letters.width(runs) * size;
            float fitting = width <= room ? size : size * room / width;
            if (fitting >= Math.min(size, SMALLEST / sheet.unit())) {
                return Optional.of(
                        new Fitted(runs, fitting, (sheet.width() - width * fitting / size) / 2, 1.2f * size));
            }
        }
        return Optional.empty();
    }

    void writeTo(PDPageContentStream content) throws IOException {
        content.beginText();
        content.newLineAtOffset(left, bottom);
        for (var run : runs) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    private static float size(Sheet sheet) {
        float points = Math.min(sheet.width(), sheet.height()) * sheet.unit() * PART_OF_THE_SHEET;
        return Math.clamp(points, SMALL, LARGE) / sheet.unit();
    }

    private static String cut(String name, int length) {
        return length == name.codePointCount(0, name.length())
                ? name
                : length == 0
                        ? ""
                        : name.substring(0, name.offsetByCodePoints(0, length)).strip() + "…";
    }
}
