package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FunnelRepository extends Repository<Funnel, FunnelId> {
    Funnel save(Funnel funnel);

    Optional<Funnel> findById(FunnelId id);

    /** Waits for whoever publishes the same funnel at this moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Funnel where id = :id")
    Optional<Funnel> lock(FunnelId id);

    void delete(Funnel funnel);

    boolean existsBySlug(String slug);

    List<Funnel> findAllByOrderByCreatedAtDesc();
}
