package app.backmatter.accounts.web;

import org.jspecify.annotations.Nullable;

/** What a person typed into a field; a field that was not sent at all is empty. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Passwords keep their spaces. */
    static String secret(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
