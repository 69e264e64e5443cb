package app.backmatter.storage.domain;

import app.backmatter.storage.Attachment;
import app.backmatter.storage.StorageAway;
import app.backmatter.storage.StoredFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket of a store that speaks Amazon's S3: {@code <workspace>/<id>}. What an answer says, the store did keep. */
final class S3Bucket implements Contents {
    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;
    private final boolean redirects;

    private S3Bucket(S3Client client, S3Presigner presigner, String bucket, boolean redirects) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.redirects = redirects;
    }

    /** Bucket names stand in the path: stores other than Amazon's seldom have a host for each. */
    static S3Bucket open(S3Settings settings) {
        var region = Region.of(settings.region());
        var credentials = credentials(settings);
        // checksums that Amazon alone asks for are more than other stores understand
        var client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(region)
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        var presigner = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build());
        settings.endpoint().ifPresent(endpoint -> {
            client.endpointOverride(endpoint);
            presigner.endpointOverride(endpoint);
        });
        return new S3Bucket(client.build(), presigner.build(), settings.bucket(), settings.redirects());
    }

    @Override
    public void put(Place place, Path incoming) {
        try {
            client.putObject(request -> request.bucket(bucket).key(place.path()), RequestBody.fromFile(incoming));
        } catch (SdkException e) {
            throw new StorageAway(e);
        }
    }

    @Override
    public Resource open(Place place) {
        return new S3Content(client, bucket, place.path());
    }

    @Override
    public InputStream read(Place place, long from, long length) throws IOException {
        try {
            return client.getObject(request ->
                    request.bucket(bucket).key(place.path()).range("bytes=%d-%d".formatted(from, from + length - 1)));
        } catch (NoSuchKeyException e) {
            throw (IOException) new FileNotFoundException(place.path()).initCause(e);
        }
    }

    @Override
    public void delete(Place place) {
        client.deleteObject(request -> request.bucket(bucket).key(place.path()));
    }

    @Override
    public Optional<URI> address(Place place, StoredFile file, Duration lasts) {
        if (!redirects) {
            return Optional.empty();
        }
        var signed = presigner.presignGetObject(address -> address.signatureDuration(lasts)
                .getObjectRequest(request -> request.bucket(bucket)
                        .key(place.path())
                        .responseContentType(file.contentType())
                        .responseContentDisposition(Attachment.named(file.name()))
                        .responseCacheControl("no-store")));
        return Optional.of(URI.create(signed.url().toString()));
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
