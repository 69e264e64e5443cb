package app.backmatter.support.stripe;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request to Stripe.
 *
 * @param path without its query
 * @param fields of the form or the query, by their whole names such as {@code metadata[order]}
 * @param key the idempotency key; empty where there is none
 */
public record Asked(String method, String path, Map<String, String> fields, String key, String secret) {
    static Asked of(Request request) {
        return of(
                request.getMethod().value(),
                request.getUrl(),
                request.getBodyAsString(),
                header(request, "Idempotency-Key"),
                header(request, "Authorization"));
    }

    /** @param url from the first slash, with its query */
    static Asked of(String method, String url, String body, String key, String authorization) {
        var parts = url.split("\\?", 2);
        var form = method.equals("POST") ? body : parts.length == 2 ? parts[1] : "";
        return new Asked(method, parts[0], fields(form), key, authorization.replace("Bearer ", ""));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Its parts between the slashes. */
    List<String> segments() {
        return Arrays.asList(path.substring(1).split("/"));
    }

    /** The fields of a group such as {@code metadata}, by their names in it. */
    Map<String, String> group(String name) {
        var found = new TreeMap<String, String>();
        fields.forEach((whole, value) -> {
            if (whole.startsWith(name + "[") && whole.endsWith("]")) {
                found.put(whole.substring(name.length() + 1, whole.length() - 1), value);
            }
        });
        return found;
    }

    private static Map<String, String> fields(String form) {
        var found = new TreeMap<String, String>();
        Arrays.stream(form.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            var parts = pair.split("=", 2);
            found.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        });
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String header(Request request, String name) {
        return request.containsHeader(name) ? request.getHeader(name) : "";
    }
}
