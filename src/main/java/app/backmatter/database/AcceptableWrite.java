package app.backmatter.database;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes a batch without the facts that the database refuses for good, such as one of a workspace just deleted: halved
 * until the refused one stands alone, the batch loses no other.
 *
 * @param name of the facts, seen in logs
 * @param write writes all given facts or none
 */
public record AcceptableWrite<T>(String name, Consumer<List<T>> write) implements Consumer<List<T>> {
    private static final Logger log = LoggerFactory.getLogger(AcceptableWrite.class);

    @Override
    public void accept(List<T> facts) {
        if (facts.isEmpty()) {
            return;
        }
        try {
            write.accept(facts);
        } catch (DataIntegrityViolationException e) {
            if (facts.size() == 1) {
                log.warn("{}: one was refused by the database: {}", name, e.toString());
                return;
            }
            int half = facts.size() / 2;
            accept(facts.subList(0, half));
            accept(facts.subList(half, facts.size()));
        }
    }
}
