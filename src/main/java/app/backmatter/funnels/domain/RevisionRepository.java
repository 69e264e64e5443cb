package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<Revision, RevisionId> {
    Revision save(Revision revision);

    Optional<Revision> findById(RevisionId id);

    @Query("select coalesce(max(number), 0) + 1 from Revision where funnel = :funnel")
    int nextNumber(FunnelId funnel);

    @Query("from Revision where id in (select revision from Funnel)")
    List<Revision> findCurrent();
}
