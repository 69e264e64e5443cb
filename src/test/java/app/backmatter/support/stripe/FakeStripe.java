package app.backmatter.support.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Stripe on a port of this machine: its interface, its page to pay on and a bank's page. Each test has its own. */
public final class FakeStripe implements AutoCloseable {
    /** A key that it knows; it knows all of this make. */
    public static final String SECRET = "sk_test_knownToStripe42";

    public static final String WEBHOOK_SECRET = "whsec_testsOfBackmatter77";

    /** Longer than the tests' application waits for it. */
    private static final int SILENCE = 4_000;

    private final WireMockServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Desk desk;
    private volatile boolean silentAboutTaxes;

    /** @param returnTo where its pages send readers back to: the application's address, without a slash at its end */
    public FakeStripe(String returnTo) {
        server = new WireMockServer(options().dynamicPort().extensions(new Transformer()));
        server.start();
        desk = new Desk(address(), returnTo, Clock.systemUTC());
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
    }

    public String address() {
        return server.baseUrl();
    }

    /** What happens to the next requests that write, one after the other. */
    public void trouble(Trouble... next) {
        troubles.addAll(List.of(next));
    }

    public void keptCard(CardBehaviour behaviour) {
        desk.intents().keptCard(behaviour);
    }

    public void hasWebhook(String url, List<String> events) {
        var endpoint = Shapes.of("webhook_endpoint").put("url", url);
        events.forEach(endpoint.putArray("enabled_events")::add);
        desk.webhooks(List.of(endpoint));
    }

    /** The reader pays on the page of this address. */
    public void payAt(String page) {
        desk.sessions().pay(page.substring(page.lastIndexOf('/') + 1));
    }

    /** Nobody came to the page in time. */
    public void expire(String page) {
        desk.sessions().expire(desk.ledger().get(page.substring(page.lastIndexOf('/') + 1)));
    }

    /** The reader answers the bank's page of this address. */
    public void atTheBank(String page, boolean approved) {
        desk.intents().atTheBank(page.substring(page.lastIndexOf('/') + 1), approved);
    }

    /** The pages to pay on, the latest first. */
    public List<ObjectNode> sessions() {
        return desk.ledger().all("checkout.session");
    }

    /** All charges and tries to charge, the latest first. */
    public List<ObjectNode> intents() {
        return desk.ledger().all("payment_intent");
    }

    /** Those that took money. */
    public List<ObjectNode> charges() {
        return intents().stream()
                .filter(intent -> intent.path("status").asString().equals("succeeded"))
                .toList();
    }

    public List<ObjectNode> refunds() {
        return desk.ledger().all("refund");
    }

    /** How refunds begin from now on: {@code succeeded} unless another is named. */
    public void refundsBegin(String status) {
        desk.refunds().begin(status);
    }

    /** Whether Stripe Tax is set up. */
    public void hasTax(boolean isSet) {
        desk.taxes().set(isSet);
    }

    /** Whether it answers nothing about taxes. */
    public void isSilentAboutTaxes(boolean isSilent) {
        silentAboutTaxes = isSilent;
    }

    /** The author gives money of a charge back on its own site. */
    public ObjectNode giveBack(ObjectNode charge, long amount) {
        return desk.refunds().add(charge, amount);
    }

    /** Tells of a charge whose owner wants the money back. */
    public ObjectNode dispute(ObjectNode charge) {
        return desk.ledger()
                .add("dispute", "dp_")
                .put("amount", charge.path("amount").asLong())
                .put("currency", charge.path("currency").asString())
                .put("payment_intent", charge.path("id").asString());
    }

    /** Something that happened, which it also lists when asked. @param about as it stands now */
    public ObjectNode event(String type, ObjectNode about) {
        var event = desk.ledger().add("event", "evt_").put("type", type);
        event.putObject("data").set("object", about.deepCopy());
        return event;
    }

    /** What was asked of its interface that writes, first one first. */
    public List<Asked> writes(String path) {
        return asked.stream()
                .filter(one -> one.method().equals("POST") && one.path().equals(path))
                .toList();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The header that it signs a call with. */
    public static String signature(String body, String secret, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private ResponseDefinition answer(Asked one) {
        if (one.path().startsWith("/v1/")) {
            asked.add(one);
        }
        if (silentAboutTaxes && one.path().startsWith("/v1/tax/")) {
            return broken();
        }
        var trouble = one.key().isEmpty() ? null : troubles.poll();
        if (trouble == null) {
            return definition(desk.answer(one)).build();
        }
        return switch (trouble) {
            case BUSY ->
                definition(Told.refused(429, "invalid_request_error", "rate_limit", "Too many requests"))
                        .build();
            case BROKEN ->
                definition(Told.refused(500, "api_error", "", "Something went wrong"))
                        .build();
            case LOST -> broken();
            case DONE_AND_LOST -> {
                desk.answer(one);
                yield broken();
            }
            case DONE_AND_SILENT ->
                definition(desk.answer(one)).withFixedDelay(SILENCE).build();
        };
    }

    private static ResponseDefinition broken() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
    }

    private static ResponseDefinitionBuilder definition(Told told) {
        var answer = aResponse()
                .withStatus(told.status())
                .withHeader("Content-Type", told.type())
                .withBody(told.body());
        return told.location().isEmpty() ? answer : answer.withHeader("Location", told.location());
    }

    private final class Transformer implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return answer(Asked.of(event.getRequest()));
        }

        @Override
        public String getName() {
            return "stripe";
        }
    }
}
