package app.backmatter.audience.web;

import app.backmatter.pages.SourceNames;
import app.backmatter.shared.Source;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names of sources; by their kind alone where no module above knows better. */
@Component("audienceSources")
class Sources {
    private final ObjectProvider<SourceNames> names;
    private final MessageSource messages;

    Sources(ObjectProvider<SourceNames> names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    Function<Source, String> in(Locale locale) {
        var known = names.getIfAvailable();
        return known != null
                ? known.in(locale)
                : source ->
                        messages.getMessage("audience.source." + source.kind(), new Object[] {source.label()}, locale);
    }
}
