package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliceTests {
    private static final List<UUID> FOUND =
            Stream.generate(UUID::randomUUID).limit(Slice.LOOK_FOR).toList();

    @Test
    void goesOnBehindTheLastRowThatItShows() {
        var slice = Slice.of(FOUND, null, UnaryOperator.identity());

        assertThat(slice.rows()).hasSize(50);
        assertThat(slice.first()).isTrue();
        assertThat(slice.older()).isEqualTo(FOUND.get(49));
    }

    @Test
    void endsWhereNothingIsLeft() {
        var slice = Slice.of(FOUND.subList(0, 50), FOUND.getLast(), UnaryOperator.identity());

        assertThat(slice.rows()).hasSize(50);
        assertThat(slice.first()).isFalse();
        assertThat(slice.older()).isNull();
    }
}
