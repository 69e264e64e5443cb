package app.backmatter.watermarks.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * What text is drawn with in one document: our own font, and fonts of the machine for characters that it lacks. A
 * document gets the drawn characters of a font, no others.
 */
final class Letters implements Closeable {
    /** Each is held in memory. */
    private static final int MOST_FONTS = 4;

    private final PDDocument document;
    private final List<TrueTypeFont> open = new ArrayList<>();
    private final Map<FontSource, Optional<PDFont>> loaded = new HashMap<>();
    private final Map<Integer, Optional<PDFont>> fonts = new HashMap<>();

    /** Neighbouring characters of one font, from left to right. */
    record Run(PDFont font, String text) {}

    Letters(PDDocument document) {
        this.document = document;
    }

    /** The text with what stands for characters that can't be drawn, or without them; blank when it is all of such. */
    String drawable(String text) {
        var drawable = new StringBuilder();
        text.codePoints().forEach(character -> drawable.append(standIn(character)));
        var line = drawable.toString().replaceAll("\\s+", " ").strip();
        return line.codePoints().anyMatch(Character::isLetterOrDigit) ? line : "";
    }

    /** What of it can be drawn, as it is seen. */
    List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        WritingDirection.leftToRight(ArabicForms.joined(drawable(text)))
                .codePoints()
                .forEach(character -> {
                    var font = font(character).orElse(null);
                    if (font != null) {
                        add(runs, font, Character.toString(character));
                    }
                });
        return runs;
    }

    /** At the size of one unit. */
    static float width(List<Run> runs) throws IOException {
        float width = 0;
        for (var run : runs) {
            width += run.font.getStringWidth(run.text) / 1000;
        }
        return width;
    }

    /** Once the document is saved, which takes the drawn characters from the fonts. */
    @Override
    public void close() throws IOException {
        for (var font : open) {
            font.close();
        }
    }

    private static void add(List<Run> runs, PDFont font, String character) {
        if (!runs.isEmpty() && runs.getLast().font.equals(font)) {
            runs.add(new Run(font, runs.removeLast().text + character));
        } else {
            runs.add(new Run(font, character));
        }
    }

    /** The character; else its letter without marks; else nothing. */
    private String standIn(int character) {
        var same = Character.toString(character);
        if (font(character).isPresent()) {
            return same;
        }
        var plain = Normalizer.normalize(same, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.codePoints().allMatch(part -> font(part).isPresent()) ? plain : "";
    }

    private Optional<PDFont> font(int character) {
        return fonts.computeIfAbsent(character, wanted -> Fonts.with(wanted).flatMap(this::load));
    }

    private Optional<PDFont> load(FontSource source) {
        return loaded.computeIfAbsent(source, wanted -> Optional.ofNullable(open(wanted)));
    }

    private @Nullable PDFont open(FontSource source) {
        if (open.size() == MOST_FONTS) {
            return null;
        }
        try {
            var font = source.open();
            open.add(font);
            return PDType0Font.load(document, font, true);
        } catch (IOException | RuntimeException e) {
            // one that may not be embedded, or can't be read
            return null;
        }
    }
}
