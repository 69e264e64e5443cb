package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FunnelRepository extends Repository<Funnel, FunnelId> {
    Funnel save(Funnel funnel);

    Optional<Funnel> findById(FunnelId id);

    boolean existsBySlug(String slug);

    List<Funnel> findAllByOrderByCreatedAtDesc();
}
