package app.backmatter.audience.importing;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Reads rows one after the other, so that no file is ever in memory as a whole. */
interface Lines extends Closeable {
    /**
     * The next one that is not blank; absent at the end.
     *
     * @throws UnreadableList when it can't be told where a row ends
     */
    @Nullable
    Line next();

    @Override
    void close();
}
