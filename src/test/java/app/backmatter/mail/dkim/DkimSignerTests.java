package app.backmatter.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.DkimVerifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DkimSignerTests {
    private static final String HEAD = "From: Ada Quill <ada@example.org>\r\nTo: ana@example.com\r\n"
            + "Subject: The map\r\n\tis  out \r\nDate: Mon, 23 Nov 2026 08:00:00 GMT\r\n"
            + "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nX-Other: free\r\n\r\n";

    private static KeyPair pair;
    private static DkimSigner signer;

    @BeforeAll
    static void makeKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        signer = new DkimSigner("example.org", "bm1", pair.getPrivate(), Clock.systemUTC());
    }

    @Test
    void signsWhatAnotherImplementationFindsGood() {
        var signed = signer.sign(HEAD + "Dear Ana,\r\n\r\nhere  it is.\t\r\n\r\n\r\n");

        assertThat(fault(signed)).isEmpty();
        assertThat(signed.lines()).allMatch(line -> line.length() <= 78);
        assertThat(DkimVerifier.signature(signed).get("h").replaceAll("\\s", ""))
                .isEqualTo("From:From:To:Subject:Date:Message-ID:MIME-Version:Content-Type");
    }

    @Test
    void noticesWhateverMatters() {
        var signed = signer.sign(HEAD + "Dear Ana,\r\n");

        assertThat(fault(signed.replace("Dear Ana", "Dear Bea"))).isEqualTo("the body was changed");
        assertThat(fault(signed + "More.\r\n")).isEqualTo("the body was changed");
        assertThat(fault(signed.replace("The map", "The trap"))).isEqualTo("the headers were changed");
        assertThat(fault(signed.replace("ana@example.com", "bea@example.com"))).isEqualTo("the headers were changed");
        assertThat(fault("From: Somebody <else@example.net>\r\n" + signed)).isEqualTo("the headers were changed");
    }

    @Test
    void survivesWhatMailServersDoToBlanks() {
        var signed = signer.sign(HEAD + "Dear Ana,\r\n\r\nhere it is.\r\n");

        assertThat(fault(signed.replace("Subject: The map\r\n\tis  out \r\n", "SUBJECT:  The map is out\r\n")))
                .isEmpty();
        assertThat(fault(signed.replace("here it", "here \t it") + "\r\n\r\n")).isEmpty();
        assertThat(fault(signed.replace("X-Other: free", "X-Other: changed"))).isEmpty();
    }

    /** The bodies of RFC 6376, 3.4.5, and of its erratum on empty ones. */
    @Test
    void hashesBodiesInTheRelaxedForm() throws Exception {
        assertThat(hash(" C \r\nD \t E\r\n\r\n\r\n")).isEqualTo(sha256(" C\r\nD E\r\n"));
        assertThat(hash("")).isEqualTo(sha256(""));
        assertThat(hash("\r\n \r\n")).isEqualTo(sha256(""));
        assertThat(hash("no end")).isEqualTo(sha256("no end\r\n"));
        assertThat(hash("\r\n\r\nlate\r\n")).isEqualTo(sha256("\r\n\r\nlate\r\n"));
    }

    @Test
    void signsTextsOfAnyShape() {
        var random = new Random(8);
        var characters = "ab  \t\r\n=.ö";
        for (int round = 0; round < 60; round++) {
            var body = new StringBuilder();
            random.ints(random.nextInt(40), 0, characters.length()).forEach(at -> body.append(characters.charAt(at)));
            var mail = HEAD + body.toString().replaceAll("\r?\n|\r", "\r\n");
            assertThat(fault(signer.sign(mail))).as(body.toString()).isEmpty();
        }
    }

    private static String fault(String message) {
        return DkimVerifier.fault(
                message,
                name -> name.equals("bm1._domainkey.example.org")
                        ? "v=DKIM1; k=rsa; p="
                                + Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded())
                        : "");
    }

    private static String hash(String body) {
        var relaxed = new RelaxedBody(false);
        relaxed.write(body.getBytes(), 0, body.length());
        return relaxed.hash();
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }
}
