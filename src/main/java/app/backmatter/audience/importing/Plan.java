package app.backmatter.audience.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a list is to be taken.
 *
 * @param fields what each column holds, by its name, in the order of the file
 * @param rest what those are of whom the file says nothing; absent while nobody said
 * @param tags for everybody who is on the list then
 * @param consent where and how these people agreed
 */
public record Plan(Map<String, Field> fields, @Nullable Standing rest, List<String> tags, String consent) {
    boolean has(Field field) {
        return fields.containsValue(field);
    }

    /** Whether rows say themselves who is subscribed. */
    boolean hasStatus() {
        return has(Field.STATUS) || has(Field.OPTED_IN);
    }

    /** The same columns taken otherwise. */
    public Plan with(List<Field> others, @Nullable Standing otherRest, List<String> otherTags, String otherConsent) {
        return of(fields.keySet(), others, otherRest, otherTags, otherConsent);
    }

    static Plan of(
            Collection<String> columns,
            List<Field> fields,
            @Nullable Standing rest,
            List<String> tags,
            String consent) {
        var map = new LinkedHashMap<String, Field>();
        int at = 0;
        for (var column : columns) {
            map.put(column, fields.get(at++));
        }
        return new Plan(map, rest, tags, consent);
    }
}
