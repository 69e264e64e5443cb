package app.backmatter.pages;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list that is too long for one page, newest first. The next stretch begins behind the last row's id, so
 * that nothing is left out or shown twice when rows come in between.
 *
 * @param first whether it begins with the newest
 * @param older the last row's id when there are older ones
 */
public record Slice<T>(
        List<T> rows, boolean first, @Nullable UUID older) {
    private static final int ROWS = 50;

    /** How many rows to look for: one more than are shown tells whether there are older ones. */
    public static final int LOOK_FOR = ROWS + 1;

    /** How many rows are in memory at once of a list that is read as a whole. */
    private static final int AT_ONCE = 1_000;

    /** Reads a stretch of a list: at most so many rows behind the one with this id, or from the newest on. */
    @FunctionalInterface
    public interface Stretch<T> {
        List<T> read(@Nullable UUID before, int limit);
    }

    /**
     * Every row of a list, however long. Each stretch is read when it is its turn, so that somebody who takes the rows
     * slowly holds up no connection to the database.
     */
    public static <T> Stream<T> all(Stretch<T> list, Function<T, UUID> id) {
        return Stream.iterate(
                        list.read(null, AT_ONCE),
                        rows -> !rows.isEmpty(),
                        rows -> rows.size() < AT_ONCE ? List.of() : list.read(id.apply(rows.getLast()), AT_ONCE))
                .flatMap(List::stream);
    }

    /** @param before the last row of the stretch before; absent at the beginning */
    public static <T> Slice<T> of(List<T> found, @Nullable UUID before, Function<T, UUID> id) {
        var rows = found.stream().limit(ROWS).toList();
        return new Slice<>(rows, before == null, found.size() > ROWS ? id.apply(rows.getLast()) : null);
    }

    public <R> Slice<R> map(Function<T, R> shown) {
        return new Slice<>(rows.stream().map(shown).toList(), first, older);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
