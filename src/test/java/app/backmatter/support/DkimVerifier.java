package app.backmatter.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks signatures as a mailbox provider does (RFC 6376, 6.1), written from its side and slowly. */
public final class DkimVerifier {
    private DkimVerifier() {}

    /**
     * @param message as it came, in lines that end with CR LF
     * @param dns the text of a name
     * @return empty when it is good; otherwise why not
     */
    public static String fault(String message, Function<String, String> dns) {
        var halves = message.split("\r\n\r\n", 2);
        var headers = new ArrayList<>(List.of(halves[0].split("\r\n(?![ \t])")));
        var signature = headers.stream()
                .filter(header -> header.toLowerCase().startsWith("dkim-signature:"))
                .findFirst();
        if (signature.isEmpty()) {
            return "not signed";
        }
        var tags = tags(signature.get().substring("DKIM-Signature:".length()));
        if (!tags.get("c").equals("relaxed/relaxed")
                || !tags.get("a").equals("rsa-sha256")
                || !tags.get("v").equals("1")) {
            return "not of this kind: " + tags;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes(relaxedBody(halves[1])));
            if (!Base64.getEncoder().encodeToString(digest).equals(bare(tags.get("bh")))) {
                return "the body was changed";
            }
            headers.remove(signature.get());
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder()
                            .decode(bare(tags(dns.apply(tags.get("s") + "._domainkey." + tags.get("d")))
                                    .get("p"))))));
            check.update(bytes(
                    signed(tags.get("h"), headers) + relaxed(signature.get().replaceAll("(?s)([;\\s]b=)[^;]*", "$1"))));
            return check.verify(Base64.getDecoder().decode(bare(tags.get("b")))) ? "" : "the headers were changed";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says of itself. */
    public static Map<String, String> signature(String message) {
        return Arrays.stream(message.split("\r\n\r\n", 2)[0].split("\r\n(?![ \t])"))
                .filter(header -> header.toLowerCase().startsWith("dkim-signature:"))
                .findFirst()
                .map(header -> tags(header.substring("DKIM-Signature:".length())))
                .orElse(Map.of());
    }

    /** From the last one of a name upwards; a name of which none is left adds nothing. */
    private static String signed(String names, List<String> headers) {
        var left = new ArrayList<>(headers);
        var text = new StringBuilder();
        for (var name : names.split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).split(":", 2)[0].strip().equalsIgnoreCase(name.strip())) {
                    text.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return text.toString();
    }

    private static String relaxed(String header) {
        var halves = header.split(":", 2);
        var value = halves[1].replace("\r\n", "").replaceAll("[ \t]+", " ");
        return halves[0].strip().toLowerCase() + ":" + value.strip();
    }

    private static String relaxedBody(String body) {
        var lines = body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n)", "").replaceAll(" \\z", "");
        var text = lines.replaceAll("(\r\n)+\\z", "");
        return text.isEmpty() ? "" : text + "\r\n";
    }

    private static Map<String, String> tags(String list) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : list.split(";")) {
            var halves = tag.split("=", 2);
            if (halves.length == 2) {
                tags.put(halves[0].strip(), halves[1].strip());
            }
        }
        return tags;
    }

    private static String bare(String folded) {
        return folded.replaceAll("\\s", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
