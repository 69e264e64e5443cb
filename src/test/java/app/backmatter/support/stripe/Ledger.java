package app.backmatter.support.stripe;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** What Stripe knows: its objects by id. Not for several threads at once. */
final class Ledger {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** A new object in a shape, with an id of its own. */
    ObjectNode add(String shape, String prefix) {
        var object = Shapes.of(shape);
        object.put("id", prefix + NUMBERS.incrementAndGet()).put("created", now().getEpochSecond());
        objects.put(object.path("id").asString(), object);
        return object;
    }

    ObjectNode get(String id) {
        return Optional.ofNullable(objects.get(id)).orElseThrow(() -> new NoSuchElementException(id));
    }

    boolean has(String id) {
        return objects.containsKey(id);
    }

    /** Of one kind, the latest first. */
    List<ObjectNode> all(String kind) {
        return objects.values().stream()
                .filter(object -> object.path("object").asString().equals(kind))
                .toList()
                .reversed();
    }

    static int number() {
        return NUMBERS.incrementAndGet();
    }
}
