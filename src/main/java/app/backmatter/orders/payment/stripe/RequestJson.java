package app.backmatter.orders.payment.stripe;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A request as our books keep it: read again, it is asked in the very same words. */
final class RequestJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private RequestJson() {}

    static String write(Map<String, Object> request) {
        return JSON.writeValueAsString(request);
    }

    static Map<String, Object> read(String request) {
        return JSON.readValue(request, MAP);
    }
}
