package app.backmatter.storage;

import app.backmatter.storage.domain.StoreFile;
import app.backmatter.storage.domain.StoreLink;
import app.backmatter.storage.domain.StorePicture;
import app.backmatter.storage.domain.StoredFiles;
import java.io.InputStream;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * Files of the workspace in scope, written to the storage folder and found by id. What is stored is loose at first;
 * whoever refers to it claims it, and what nobody claimed is gone after a day.
 */
@Service
public class Files {
    private final StoreFile storeFile;
    private final StorePicture storePicture;
    private final StoreLink storeLink;
    private final StoredFiles stored;

    Files(StoreFile storeFile, StorePicture storePicture, StoreLink storeLink, StoredFiles stored) {
        this.storeFile = storeFile;
        this.storePicture = storePicture;
        this.storeLink = storeLink;
        this.stored = stored;
    }

    /**
     * Stores a file for download. Reads the stream to its end; the caller closes it.
     *
     * @throws FileRefused when a reader could not use it; nothing is left behind
     * @throws StorageFull when the disk has no room for it; nothing is left behind
     * @throws StorageAway when the store does not answer; nothing is left behind
     */
    public StoredFile store(String name, InputStream content) {
        return storeFile.store(name, content);
    }

    /**
     * Stores a picture as JPEG or PNG of at most 1600 pixels a side, from JPEG, PNG, GIF or WebP of at most 40 megapixels.
     *
     * @throws NotAPicture when the content is anything else, SVG included
     * @throws StorageFull when the disk has no room for it; nothing is left behind
     * @throws StorageAway when the store does not answer; nothing is left behind
     */
    public StoredFile storePicture(String name, InputStream content) {
        return storePicture.store(name, content);
    }

    /** Stores a link that is handed out as files are. */
    public StoredFile storeLink(String name, URI address) {
        return storeLink.store(name, address);
    }

    /**
     * Makes a file stay, with the caller's transaction: to be called wherever an id of a file is written down. Claiming
     * again changes nothing.
     *
     * @param id absent where there is no file; then nothing happens
     * @throws app.backmatter.pages.NotFound when the file is gone, or of another workspace
     */
    public void claim(@Nullable FileId id) {
        if (id != null) {
            stored.claim(id);
        }
    }

    /**
     * Lets a file go that was claimed, with the caller's transaction: the next sweep removes it. Only for a file that
     * nothing refers to any more.
     *
     * @param id absent where there is no file; then nothing happens
     */
    public void release(@Nullable FileId id) {
        if (id != null) {
            stored.release(id);
        }
    }

    public Optional<StoredFile> find(FileId id) {
        return stored.find(id);
    }

    public Map<FileId, StoredFile> findAll(Collection<FileId> ids) {
        return stored.findAll(ids);
    }

    /** The content of a file of the workspace in scope, to be read once or many times. */
    public Resource open(FileId id) {
        return stored.open(id);
    }

    /**
     * The public address of a picture, the same for ever, from the first slash: {@code /media/…}. With {@code ?w=480} or
     * {@code ?w=960} it answers a smaller one.
     */
    public static String mediaPath(FileId id) {
        return "/media/" + id;
    }
}
