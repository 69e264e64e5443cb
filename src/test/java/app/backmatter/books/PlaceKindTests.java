package app.backmatter.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceKindTests {
    @Test
    void fitsTheFormatsThatHaveSuchASpot() {
        assertThat(in(EditionFormat.AUDIOBOOK)).containsExactly(PlaceKind.CHAPTER_END, PlaceKind.INSIDE_AUDIO);
        assertThat(in(EditionFormat.EBOOK))
                .containsExactly(PlaceKind.FRONT_MATTER, PlaceKind.CHAPTER_END, PlaceKind.BACK_MATTER);
        assertThat(in(EditionFormat.PAPERBACK))
                .containsExactly(
                        PlaceKind.FRONT_MATTER, PlaceKind.CHAPTER_END, PlaceKind.BACK_MATTER, PlaceKind.BACK_COVER);
    }

    private static List<PlaceKind> in(EditionFormat format) {
        return Arrays.stream(PlaceKind.values())
                .filter(kind -> kind.fits(format))
                .toList();
    }
}
