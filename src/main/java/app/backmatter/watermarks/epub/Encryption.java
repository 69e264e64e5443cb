package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import java.io.IOException;
import java.util.Set;

/** What an EPUB says of parts that can't be read as they are (EPUB 3.3, OCF, section 4.2.6.3.2). */
final class Encryption {
    private static final String PATH = "META-INF/encryption.xml";
    private static final String SIGNATURES = "META-INF/signatures.xml";
    /** Obfuscated fonts are no locked book, and go along as they are. */
    private static final Set<String> FONTS =
            Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

    private Encryption() {}

    static void refuse(EpubArchive archive) throws NotStampable, IOException {
        if (archive.has(SIGNATURES)) {
            throw new NotStampable(Reason.SIGNED);
        }
        if (archive.has(PATH)) {
            for (var data : XmlText.of(archive.read(PATH)).all("EncryptedData")) {
                if (!isFont(data)) {
                    throw new NotStampable(Reason.ENCRYPTED);
                }
            }
        }
    }

    private static boolean isFont(XmlText.Part data) {
        return data.all("EncryptionMethod").stream().anyMatch(method -> FONTS.contains(method.attribute("Algorithm")));
    }
}
