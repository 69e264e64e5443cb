package app.backmatter.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When the letters of one name leave, and to whom. Asked with the letter's workspace in scope, in the sender's thread. */
public interface LetterRules {
    /** The name that {@link Letter#template()} refers to, such as {@code opt-in-confirmation}. */
    String name();

    /** Until when it waits, however often it has been asked; asked before it is written. Empty for nothing to wait for. */
    default Optional<Instant> waitsUntil(Map<String, String> fields) {
        return Optional.empty();
    }

    /**
     * Whether what it tells of still stands. Asked last of all, after the moment from which on it counts as gone, so that
     * whatever is committed before that moment takes it back.
     */
    default boolean isWanted(Map<String, String> fields) {
        return true;
    }

    /** Whether it tells the author something, at the address that the workspace's mails come from. */
    default boolean isForAuthor() {
        return false;
    }

    /** Whether its reader did something just now that it answers: then it is tried even where nothing arrived before. */
    default boolean isAnswer() {
        return false;
    }

    /** The mail server took it; in the transaction that records so. */
    default void sent(Map<String, String> fields, Instant at) {}
}
