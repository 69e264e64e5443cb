package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.backmatter.catalog.ProductId;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.Watermarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which files belong to which product or edition, in which order. */
@Service
@Transactional
public class DeliveredFiles {
    private final DeliveredFileRepository delivered;
    private final FileOwners owners;
    private final LastFiles lastFiles;
    private final Files files;
    private final FileStamps stamps;

    DeliveredFiles(
            DeliveredFileRepository delivered, FileOwners owners, LastFiles lastFiles, Files files, FileStamps stamps) {
        this.delivered = delivered;
        this.owners = owners;
        this.lastFiles = lastFiles;
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * After the files that it has; what is among them already, because a form came twice, stays where it is. Where buyers
     * get stamped copies of those, they get such of the new ones too.
     *
     * @throws NotFound when the workspace has no such product or edition
     */
    public void add(FileOwner owner, List<FileId> added) {
        owners.hold(owner);
        int position = delivered.findByOwnerIdOrderByPosition(owner.id()).size();
        boolean stamped = !stamps.of(owner).isEmpty();
        for (var file : added) {
            files.claim(file);
            // whoever claims the same file waits for the first to commit, and so sees it here
            if (delivered.existsById(file)) {
                continue;
            }
            delivered.save(new DeliveredFile(owner, file, position++));
            if (stamped && files.find(file).filter(Watermarks::fit).isPresent()) {
                stamps.stamp(file);
            }
        }
    }

    /** In their order. */
    public List<StoredFile> of(FileOwner owner) {
        return of(List.of(owner.id())).getOrDefault(owner.id(), List.of());
    }

    /** @throws NotFound when it is no file of this owner */
    public StoredFile get(FileOwner owner, FileId file) {
        return delivered
                .findById(file)
                .filter(each -> each.owner().equals(owner.id()))
                .flatMap(each -> files.find(file))
                .orElseThrow(NotFound::new);
    }

    /** Changes places with the file before it; the first stays first. */
    public void moveUp(FileOwner owner, FileId file) {
        var ordered = new ArrayList<>(delivered.findByOwnerIdOrderByPosition(owner.id()));
        int position = ordered.stream().map(DeliveredFile::file).toList().indexOf(file);
        if (position > 0) {
            ordered.add(position - 1, ordered.remove(position));
            number(ordered);
        }
    }

    /** What needs this owner to keep a file, its last. */
    @Transactional(readOnly = true)
    public List<LeftEmpty> neededBy(FileOwner owner) {
        return lastFiles.without(owner);
    }

    /** @return whether it is gone; the last file of a product that is sold or offered stays */
    public boolean remove(FileOwner owner, FileId file) {
        lastFiles.takeTurns();
        var removed = get(owner, file);
        if (!neededBy(owner).isEmpty()) {
            return false;
        }
        stamps.leaveAsItIs(removed.id());
        delivered.deleteById(removed.id());
        delivered.flush();
        number(delivered.findByOwnerIdOrderByPosition(owner.id()));
        return true;
    }

    /** By the ids of their owners. */
    Map<UUID, List<StoredFile>> of(Collection<UUID> owners) {
        var attached = delivered.findByOwnerIdInOrderByPosition(owners);
        var stored = files.findAll(attached.stream().map(DeliveredFile::file).toList());
        return attached.stream()
                .filter(each -> stored.containsKey(each.file()))
                .collect(groupingBy(
                        DeliveredFile::owner,
                        mapping(each -> Objects.requireNonNull(stored.get(each.file())), toList())));
    }

    void forget(ProductId product) {
        delivered.deleteByOwnerId(product.value());
    }

    private void number(List<DeliveredFile> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).moveTo(i);
        }
        delivered.saveAll(ordered);
    }
}
