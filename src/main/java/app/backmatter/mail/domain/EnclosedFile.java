package app.backmatter.mail.domain;

import app.backmatter.mail.Enclosure;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams an enclosure into the mail: it is never held in memory as a whole. */
record EnclosedFile(Enclosure enclosure) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
        return enclosure.content().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("An enclosure is only read");
    }

    @Override
    public String getContentType() {
        return enclosure.contentType();
    }

    @Override
    public String getName() {
        return enclosure.name();
    }
}
