package app.backmatter.links.domain;

import app.backmatter.links.LinkId;
import app.backmatter.shared.SourceKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ShortLinkRepository extends JpaRepository<ShortLink, LinkId> {
    Optional<ShortLink> findFirstBySourceKindAndSourceIdOrderByCreatedAt(SourceKind kind, UUID source);
}
