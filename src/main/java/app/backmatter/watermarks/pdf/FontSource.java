package app.backmatter.watermarks.pdf;

import java.io.File;
import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A font that can be opened, and which characters it has, known without opening it. */
final class FontSource {
    private static final int END_OF_WRITTEN_LANGUAGES = 0x30000;

    private final Opening opening;
    private final BitSet characters;

    private FontSource(Opening opening) {
        this.opening = opening;
        this.characters = charactersOf(opening);
    }

    static FontSource ours(String resource) {
        return new FontSource(() -> {
            try (var in = Objects.requireNonNull(FontSource.class.getResourceAsStream(resource))) {
                return new TTFParser().parse(new RandomAccessReadBuffer(in));
            }
        });
    }

    static FontSource of(File file) {
        return new FontSource(() -> new TTFParser().parse(new RandomAccessReadBufferedFile(file)));
    }

    boolean has(int character) {
        return characters.get(character);
    }

    /** The caller's to close. */
    TrueTypeFont open() throws IOException {
        return opening.open();
    }

    private static BitSet charactersOf(Opening opening) {
        var found = new BitSet();
        try (var font = opening.open()) {
            var glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character < END_OF_WRITTEN_LANGUAGES; character++) {
                found.set(character, glyphs.getGlyphId(character) > 0);
            }
        } catch (IOException | RuntimeException e) {
            // one that can't be read has none
            found.clear();
        }
        return found;
    }

    @FunctionalInterface
    private interface Opening {
        TrueTypeFont open() throws IOException;
    }
}
