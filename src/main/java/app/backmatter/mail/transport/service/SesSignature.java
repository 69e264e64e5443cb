package app.backmatter.mail.transport.service;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Amazon's signature, version 4, made by its own library. */
final class SesSignature {
    /** The JDK's client sets these itself. */
    private static final Set<String> ITS_OWN = Set.of("host", "content-length");

    private final String region;
    private final AwsCredentialsIdentity keys;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    SesSignature(String region, String accessKey, String secretKey) {
        this.region = region;
        this.keys = AwsCredentialsIdentity.create(accessKey, secretKey);
    }

    /** @return the headers that a POST with that body needs */
    Map<String, String> of(URI uri, byte[] body) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("Content-Type", "application/json")
                .build();
        var signed = signer.sign(what -> what.identity(keys)
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ses")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var headers = new HashMap<String, String>();
        signed.request().headers().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        return headers;
    }
}
