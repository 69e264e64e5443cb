package app.backmatter.audience.web;

import app.backmatter.pages.PageNames;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where a person agreed or left, in the author's words. */
@Component
class Origins {
    /** Stands before the name of the file. */
    private static final String IMPORT = "import ";

    private final ObjectProvider<PageNames> pages;
    private final MessageSource messages;

    Origins(ObjectProvider<PageNames> pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /** @param origin an address from the first slash, or a word for who did it */
    String of(String origin) {
        if (origin.isEmpty()) {
            return "";
        }
        if (origin.startsWith(IMPORT)) {
            return messages.getMessage(
                    "audience.origin.import", new Object[] {origin.substring(IMPORT.length())}, Locale.ENGLISH);
        }
        var known = messages.getMessage("audience.origin." + origin, null, null, Locale.ENGLISH);
        return known != null
                ? known
                : pages.stream()
                        .flatMap(names -> names.of(origin).stream())
                        .findFirst()
                        .orElseGet(() -> messages.getMessage("audience.origin.gone", null, Locale.ENGLISH));
    }
}
