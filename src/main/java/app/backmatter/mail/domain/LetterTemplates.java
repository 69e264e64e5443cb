package app.backmatter.mail.domain;

import app.backmatter.mail.LetterRules;
import app.backmatter.mail.LetterTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The templates of all modules, by their names: in words, or with a layout of their own. */
@Component
class LetterTemplates {
    private final Supplier<Map<String, LetterTemplate>> inWords;
    private final Supplier<Map<String, LaidOutTemplate>> laidOut;

    LetterTemplates(ObjectProvider<LetterTemplate> inWords, ObjectProvider<LaidOutTemplate> laidOut) {
        this.inWords = byName(inWords);
        this.laidOut = byName(laidOut);
    }

    /** @throws IllegalStateException when no module provides it */
    LetterRules of(String name) {
        return laidOut(name).<LetterRules>map(Function.identity()).orElseGet(() -> inWords(name));
    }

    Optional<LaidOutTemplate> laidOut(String name) {
        return Optional.ofNullable(laidOut.get().get(name));
    }

    /** @throws IllegalStateException when no module provides it */
    LetterTemplate inWords(String name) {
        var template = inWords.get().get(name);
        if (template == null) {
            throw new IllegalStateException("No letter template " + name);
        }
        return template;
    }

    /** Modules above provide them and need the outbox themselves: asked for when the first letter is written. */
    private static <T extends LetterRules> Supplier<Map<String, T>> byName(ObjectProvider<T> templates) {
        return SingletonSupplier.of(
                () -> templates.stream().collect(Collectors.toMap(LetterRules::name, Function.identity())));
    }
}
