package app.backmatter.books.domain;

import app.backmatter.books.EditionId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface EditionRepository extends JpaRepository<Edition, EditionId> {
    List<Edition> findAllByOrderByCreatedAt();

    List<Edition> findByBookIdOrderByCreatedAt(UUID bookId);

    List<Edition> findByIdInOrderByCreatedAt(Collection<EditionId> ids);

    /** Holds others back who want to do the same with this edition until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Edition> findLockedById(EditionId id);
}
