package app.backmatter.funnels.passage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to offers: the first one stands, but for a payment, which is stronger than any no. */
@Repository
class OfferAnswers {
    private final JdbcClient database;

    OfferAnswers(JdbcClient database) {
        this.database = database;
    }

    /** @return whether this was the answer, or the offer had one already */
    boolean record(Passage passage, UUID step, OfferAnswer answer, Instant at) {
        return database.sql("""
            insert into offer_answers (passage_id, workspace_id, step_id, answer, answered_at)
            values (:passage, :workspace, :step, :answer, :at)
            on conflict (passage_id, step_id, workspace_id)
            do update set answer = excluded.answer, answered_at = excluded.answered_at
            where excluded.answer = 'ACCEPTED' and offer_answers.answer <> 'ACCEPTED'
            """)
                        .param("passage", passage.id().value())
                        .param("workspace", passage.workspace().value())
                        .param("step", step)
                        .param("answer", answer.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** By step, in the order in which they were given. */
    SequencedMap<UUID, OfferAnswer> of(Passage passage) {
        record Answer(UUID stepId, OfferAnswer answer) {}
        var answers = new LinkedHashMap<UUID, OfferAnswer>();
        database.sql("""
            select step_id, answer from offer_answers
            where passage_id = :passage and workspace_id = :workspace
            order by answered_at
            """)
                .param("passage", passage.id().value())
                .param("workspace", passage.workspace().value())
                .query(Answer.class)
                .list()
                .forEach(answer -> answers.put(answer.stepId(), answer.answer()));
        return answers;
    }
}
