package app.backmatter.mail.dkim;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks DNS for texts, as the machine does or where {@code backmatter.mail.dns} says ({@code dns://host:port}). */
@Component
class Dns {
    /** JNDI joins the strings of a record by blanks and quotes those with blanks in them. */
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+)");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    private final String servers;

    Dns(@Value("${backmatter.mail.dns:dns:}") String servers) {
        this.servers = servers;
    }

    /** Nobody answered in time. */
    static final class Silent extends Exception {
        Silent(Throwable cause) {
            super(cause);
        }
    }

    /**
     * JNDI is banned for the objects that some of its directories make of what they are told. DNS makes none, and a name here
     * is a domain's, never an address of another directory.
     *
     * @param name of letters, digits, hyphens, underscores and dots
     * @return the texts of a name, each in one piece; none when the name has none
     */
    @SuppressWarnings("BanJNDI")
    List<String> texts(String name) throws Silent {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name in DNS");
        }
        try {
            var context = new InitialDirContext(environment());
            try {
                var attribute =
                        context.getAttributes(name, new String[] {"TXT"}).get("TXT");
                return attribute == null ? List.of() : all(attribute);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new Silent(e);
        }
    }

    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "1500");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    private static List<String> all(Attribute attribute) throws NamingException {
        var texts = new ArrayList<String>();
        for (int i = 0; i < attribute.size(); i++) {
            texts.add(inOnePiece(String.valueOf(attribute.get(i))));
        }
        return texts;
    }

    static String inOnePiece(String record) {
        var text = new StringBuilder();
        var pieces = PIECE.matcher(record);
        while (pieces.find()) {
            text.append(
                    pieces.group(1) == null ? pieces.group(2) : pieces.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return text.toString();
    }
}
