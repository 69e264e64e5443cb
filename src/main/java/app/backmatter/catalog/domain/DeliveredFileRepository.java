package app.backmatter.catalog.domain;

import app.backmatter.storage.FileId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeliveredFileRepository extends JpaRepository<DeliveredFile, FileId> {
    List<DeliveredFile> findByOwnerIdOrderByPosition(UUID owner);

    List<DeliveredFile> findByOwnerIdInOrderByPosition(Collection<UUID> owners);

    void deleteByOwnerId(UUID owner);
}
