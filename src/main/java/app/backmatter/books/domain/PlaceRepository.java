package app.backmatter.books.domain;

import app.backmatter.books.PlaceId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlaceRepository extends JpaRepository<Place, PlaceId> {
    List<Place> findByEditionId(UUID editionId);
}
