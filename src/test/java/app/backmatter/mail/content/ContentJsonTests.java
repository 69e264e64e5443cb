package app.backmatter.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.storage.FileId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Broadcasts of last year must still be read. */
class ContentJsonTests {
    private static final UUID ID = UUID.fromString("01a20524-88d1-72b3-a4e8-16b7f581ed67");
    private static final String STORED = """
        {"blocks":[{"kind":"text","markdown":"Hello"},\
        {"kind":"picture","file":"%1$s","width":300,"alternative":"A map","link":""},\
        {"kind":"button","label":"Look","link":"https://example.com"},\
        {"kind":"book","book":"%1$s"},{"kind":"product","product":null},{"kind":"divider"}]}\
        """.formatted(ID);
    private static final MailContent CONTENT = new MailContent(List.of(
            new Block.Text("Hello"),
            new Block.Picture(new FileId(ID), 300, "A map", ""),
            new Block.Button("Look", "https://example.com"),
            new Block.Book(ID),
            new Block.Product(null),
            new Block.Divider()));

    @Test
    void readsWhatItWrote() {
        assertThat(ContentJson.write(CONTENT)).isEqualTo(STORED);
        assertThat(ContentJson.read(STORED)).isEqualTo(CONTENT);
    }
}
