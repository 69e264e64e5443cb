package app.backmatter.storage.domain;

import app.backmatter.storage.StorageAway;
import app.backmatter.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Keeps the bytes of files: a folder, or a store that several machines share. */
interface Contents {
    /**
     * Takes over a whole file that came in. It is kept for good before this returns.
     *
     * @throws StorageAway when the store does not answer; nothing is left behind
     */
    void put(Place place, Path incoming);

    /** To be read once or many times; it may turn out not to exist. */
    Resource open(Place place);

    /**
     * A part of it, read from there on; the caller closes it.
     *
     * @param length at least 1; what comes after it may or may not be read
     */
    InputStream read(Place place, long from, long length) throws IOException;

    /** Deleting what is not there does nothing. */
    void delete(Place place);

    /**
     * Where readers fetch it from without us, for so long.
     *
     * @param file whose name and type the answer shall have
     * @return empty when only we can hand it out
     */
    Optional<URI> address(Place place, StoredFile file, Duration lasts);
}
