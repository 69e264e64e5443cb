package app.backmatter.mail.call;

import static app.backmatter.mail.call.Reading.text;

import app.backmatter.mail.transport.service.ServiceAddresses;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells Amazon SNS's messages from anybody else's, by the certificate that it serves itself. */
@Component
class SnsSignature {
    private static final Pattern AMAZONS = Pattern.compile("sns\\.[a-z0-9-]{3,30}\\.amazonaws\\.com(\\.cn)?");
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final Cache<String, X509Certificate> certificates = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterWrite(Duration.ofDays(1))
            .build();
    private final ServiceAddresses addresses;
    private final Clock clock;

    SnsSignature(ServiceAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @throws IOException when the certificate can't be had now */
    boolean isGood(JsonNode message) throws IOException {
        var where = text(message.path("SigningCertURL"));
        if (!isAmazons(where) || !URI.create(where).getPath().endsWith(".pem")) {
            return false;
        }
        try {
            var certificate = certificate(where);
            certificate.checkValidity(Date.from(clock.instant()));
            var algorithm = text(message.path("SignatureVersion")).equals("2") ? "SHA256withRSA" : "SHA1withRSA";
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate.getPublicKey());
            signature.update(signed(message).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(text(message.path("Signature"))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Follows the address of a subscription, if it is one of Amazon's. */
    void confirm(JsonNode message) throws IOException {
        var where = text(message.path("SubscribeURL"));
        if (!isAmazons(where)) {
            throw new IOException("No address of Amazon's");
        }
        fetch(where);
    }

    private boolean isAmazons(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                                    && uri.getPort() == -1
                                    && AMAZONS.matcher(uri.getHost()).matches()
                            || !addresses.sns().isEmpty()
                                    && addresses.sns().equals(uri.getScheme() + "://" + uri.getAuthority()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private X509Certificate certificate(String where) throws IOException, GeneralSecurityException {
        var known = certificates.getIfPresent(where);
        if (known != null) {
            return known;
        }
        var fetched = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(fetch(where)));
        certificates.put(where, fetched);
        return fetched;
    }

    private byte[] fetch(String where) throws IOException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(where)).timeout(PATIENCE).build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("Amazon answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String signed(JsonNode message) {
        var names = text(message.path("Type")).equals("Notification") ? OF_NOTIFICATION : OF_CONFIRMATION;
        var text = new StringBuilder();
        for (var name : names) {
            if (message.has(name)) {
                text.append(name).append('\n').append(text(message.path(name))).append('\n');
            }
        }
        return text.toString();
    }
}
