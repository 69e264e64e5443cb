package app.backmatter.storage.domain;

import app.backmatter.storage.NotAPicture;
import app.backmatter.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/**
 * Stores a picture anew from its pixels, in three sizes: what else the upload carried (place, camera, scripts) stays
 * behind.
 */
@Service
public class StorePicture {
    /** Sides of the smaller variants in pixels, which {@code /media} answers by {@code ?w=}. */
    static final int[] SMALLER = {480, 960};

    private static final int LARGEST = 1600;
    private static final int MOST_BYTES = 25 << 20;

    private final StoredFiles stored;
    private final Incoming incoming;
    /** Each decoding may take some hundred megabytes, so only one runs. */
    private final Semaphore decoding = new Semaphore(1);

    StorePicture(StoredFiles stored, Incoming incoming) {
        this.stored = stored;
        this.incoming = incoming;
    }

    public StoredFile store(String name, InputStream content) {
        decoding.acquireUninterruptibly();
        try {
            return keep(name, Picture.decode(read(content), 2 * LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            decoding.release();
        }
    }

    /** What tells a smaller file from the whole one in the folder. */
    static String variant(int side) {
        return "-" + side;
    }

    private StoredFile keep(String name, Picture picture) {
        var variants = new HashMap<String, Path>();
        try {
            variants.put("", incoming.receive(out -> picture.within(LARGEST).writeTo(out)));
            for (int side : SMALLER) {
                if (picture.longerSide() > side) {
                    variants.put(
                            variant(side),
                            incoming.receive(out -> picture.within(side).writeTo(out)));
                }
            }
            return stored.keep(FileUse.PICTURE, name, picture.contentType(), variants);
        } finally {
            variants.values().forEach(incoming::delete);
        }
    }

    private static byte[] read(InputStream content) throws IOException {
        var bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new NotAPicture("More than 25 MB");
        }
        return bytes;
    }
}
