package app.backmatter.watermarks.pdf;

import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.util.autodetect.FontFileFinder;

/** The fonts at hand: ours, which has the letters of Europe, the Caucasus and the Near East, and those of the machine. */
final class Fonts {
    private static final FontSource OURS = FontSource.ours("/fonts/DejaVuSans.ttf");

    private Fonts() {}

    /** The machine's fonts are asked for what ours lacks. */
    static Optional<FontSource> with(int character) {
        return Stream.concat(Stream.of(OURS), Stream.of(0).flatMap(_ -> OfTheMachine.FONTS.stream()))
                .filter(font -> font.has(character))
                .findFirst();
    }

    /** Looked for when a name first needs one. */
    private static final class OfTheMachine {
        private static final int MOST = 200;
        /** They are read whole. */
        private static final long LARGEST = 12 << 20;

        /** With TrueType outlines, which alone can be embedded in parts. */
        static final List<FontSource> FONTS = new FontFileFinder()
                .find().stream()
                        .map(URI::getPath)
                        .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".ttf"))
                        .sorted()
                        .map(File::new)
                        .filter(file -> file.length() <= LARGEST)
                        .limit(MOST)
                        .map(FontSource::of)
                        .toList();
    }
}
