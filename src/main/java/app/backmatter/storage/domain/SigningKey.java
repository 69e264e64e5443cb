package app.backmatter.storage.domain;

import static java.util.Objects.requireNonNull;

import app.backmatter.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's secret: from {@code BACKMATTER_SECRET}, which several nodes must share, else made once and kept in
 * the data folder, readable by its owner alone.
 */
@Component
public class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 32;

    private final SecretKeySpec key;

    SigningKey(@Value("${backmatter.secret:}") String given, @Value("${backmatter.data}") String folder) {
        var secret = given.isEmpty() ? keptIn(Path.of(folder).resolve("secret")) : given;
        requireLong(secret);
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @throws StartRefused when it could be guessed */
    static void requireLong(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            throw new StartRefused("BACKMATTER_SECRET must have at least " + LEAST_CHARACTERS + " characters.");
        }
    }

    public byte[] hmac(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file.toAbsolutePath() + " can't be read", e);
        }
    }

    /** Written aside and moved, so that a start killed in the middle leaves no half key. */
    private static void write(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var folder = requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "secret", ".new", ownerOnly(file));
        Files.writeString(fresh, HexFormat.of().formatHex(bytes), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another node on the same folder was first: its key is everybody's
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
