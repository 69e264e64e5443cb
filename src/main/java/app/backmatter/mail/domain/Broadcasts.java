package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Broadcasts extends Repository<Broadcast, BroadcastId> {
    Broadcast save(Broadcast broadcast);

    Optional<Broadcast> findById(BroadcastId id);

    /** Waits for whoever changes or starts the same one at this moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Broadcast where id = :id")
    Optional<Broadcast> lock(BroadcastId id);

    void delete(Broadcast broadcast);

    void flush();
}
