package app.backmatter.orders.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiRequest;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.BaseAddress;
import com.stripe.net.LiveStripeResponseGetter;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponseGetter;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Asks Stripe. What may be answered otherwise a moment later is asked again, twice: with the same idempotency key, so that
 * it is done once. What changes nothing needs none.
 */
final class StripeApi {
    private final StripeResponseGetter stripe;
    private final RetryTemplate retries;

    private StripeApi(StripeHosts hosts, Duration timeout, Duration pause, int retries) {
        this.stripe = new LiveStripeResponseGetter(new StripeConnection(hosts, timeout));
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(retries)
                .delay(pause)
                .multiplier(3)
                .jitter(pause.dividedBy(2))
                .predicate(StripeApi::isPassing)
                .build());
    }

    static StripeApi patient(StripeHosts hosts, StripeSettings settings) {
        return new StripeApi(hosts, settings.timeout(), settings.pause(), 2);
    }

    /** Asks once, while a page waits. */
    static StripeApi hasty(StripeHosts hosts, StripeSettings settings) {
        return new StripeApi(hosts, settings.taxTimeout(), settings.pause(), 0);
    }

    <T extends StripeObject> T get(StripeAccount account, String path, Map<String, Object> parameters, Type type)
            throws StripeException {
        return ask(account, RequestMethod.GET, path, parameters, null, type);
    }

    <T extends StripeObject> T post(
            StripeAccount account,
            String path,
            Map<String, Object> parameters,
            @Nullable String idempotencyKey,
            Type type)
            throws StripeException {
        return ask(account, RequestMethod.POST, path, parameters, idempotencyKey, type);
    }

    /** Whether nobody knows what came of a request: no answer, too many requests, trouble at Stripe's. */
    static boolean isPassing(Throwable trouble) {
        return trouble instanceof ApiConnectionException
                || trouble instanceof RateLimitException
                || trouble instanceof StripeException answer && isPassing(answer.getStatusCode());
    }

    private static boolean isPassing(@Nullable Integer status) {
        return status != null && (status == 409 || status == 429 || status >= 500);
    }

    private <T extends StripeObject> T ask(
            StripeAccount account,
            RequestMethod method,
            String path,
            Map<String, Object> parameters,
            @Nullable String idempotencyKey,
            Type type)
            throws StripeException {
        var options = RequestOptions.builder()
                .setApiKey(account.secretKey())
                .setBaseUrl(account.apiBase().toString())
                .setIdempotencyKey(idempotencyKey)
                .setMaxNetworkRetries(0)
                .build();
        try {
            return retries.execute(
                    () -> stripe.<T>request(new ApiRequest(BaseAddress.API, method, path, parameters, options), type));
        } catch (RetryException e) {
            if (e.getCause() instanceof StripeException answer) {
                throw answer;
            }
            throw new IllegalStateException(e);
        }
    }
}
