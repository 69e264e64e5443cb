package app.backmatter.catalog.domain;

import app.backmatter.storage.FileId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductFileRepository extends JpaRepository<ProductFile, FileId> {
    List<ProductFile> findByProductIdOrderByPosition(UUID productId);

    List<ProductFile> findByProductIdInOrderByPosition(Collection<UUID> productIds);

    void deleteByProductId(UUID productId);
}
