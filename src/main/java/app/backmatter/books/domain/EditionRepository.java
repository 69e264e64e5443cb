package app.backmatter.books.domain;

import app.backmatter.books.EditionId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface EditionRepository extends JpaRepository<Edition, EditionId> {
    List<Edition> findAllByOrderByCreatedAt();

    List<Edition> findByBookIdOrderByCreatedAt(UUID bookId);

    boolean existsByBookId(UUID bookId);
}
