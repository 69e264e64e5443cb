package app.backmatter.storage.domain;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.AbstractResource;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One content of a bucket; whether it is there and how long it is, is asked once. */
final class S3Content extends AbstractResource {
    private final S3Client client;
    private final String bucket;
    private final String key;
    private final SingletonSupplier<Optional<Long>> length = SingletonSupplier.of(this::askLength);

    S3Content(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public boolean exists() {
        return length.obtain().isPresent();
    }

    @Override
    public long contentLength() throws IOException {
        return length.obtain().orElseThrow(() -> new FileNotFoundException(key));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key));
        } catch (NoSuchKeyException e) {
            throw (IOException) new FileNotFoundException(key).initCause(e);
        }
    }

    @Override
    public String getDescription() {
        return bucket + "/" + key;
    }

    private Optional<Long> askLength() {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(bucket).key(key))
                            .contentLength());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
