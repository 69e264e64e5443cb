package app.backmatter.storage.domain;

import app.backmatter.database.StartRefused;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * A store of files that speaks Amazon's S3.
 *
 * @param endpoint where it listens; empty for Amazon's own
 * @param accessKey empty when the machine itself has the right, as on Amazon's
 * @param redirects whether readers fetch files from it, by addresses that are signed and expire, or from us
 */
record S3Settings(
        String bucket, String region, Optional<URI> endpoint, String accessKey, String secretKey, boolean redirects) {
    /** Empty when files are kept in the data folder. */
    static Optional<S3Settings> of(Environment environment) {
        var bucket = text(environment, "bucket", "");
        return bucket.isEmpty() ? Optional.empty() : Optional.of(of(bucket, environment));
    }

    private static S3Settings of(String bucket, Environment environment) {
        var settings = new S3Settings(
                bucket,
                text(environment, "region", "us-east-1"),
                endpoint(text(environment, "endpoint", "")),
                text(environment, "access-key", ""),
                text(environment, "secret-key", ""),
                Boolean.parseBoolean(text(environment, "redirects", "false")));
        if (settings.accessKey().isEmpty() != settings.secretKey().isEmpty()) {
            throw new StartRefused(
                    "BACKMATTER_S3_ACCESS_KEY and BACKMATTER_S3_SECRET_KEY must be given both or neither.");
        }
        return settings;
    }

    private static Optional<URI> endpoint(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!address.matches("https?://[^/?#\\s]+/?")) {
            throw new StartRefused("BACKMATTER_S3_ENDPOINT must be an address such as https://s3.example.org.");
        }
        return Optional.of(URI.create(address));
    }

    private static String text(Environment environment, String name, String otherwise) {
        var given = environment.getProperty("backmatter.s3." + name, "").strip();
        return given.isEmpty() ? otherwise : given;
    }
}
