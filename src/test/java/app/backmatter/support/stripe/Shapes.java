package app.backmatter.support.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's objects as it sends them, each from a file under {@code stripe/}. */
final class Shapes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, ObjectNode> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static ObjectNode of(String name) {
        return KNOWN.computeIfAbsent(name, Shapes::read).deepCopy();
    }

    private static ObjectNode read(String name) {
        try (var file = Shapes.class.getResourceAsStream("/stripe/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    /** As Stripe lists things. */
    static ObjectNode list(String path, Iterable<ObjectNode> items) {
        var list = JSON.createObjectNode()
                .put("object", "list")
                .put("has_more", false)
                .put("url", path);
        items.forEach(list.putArray("data")::add);
        return list;
    }
}
