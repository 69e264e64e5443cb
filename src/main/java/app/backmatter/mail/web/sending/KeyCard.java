package app.backmatter.mail.web.sending;

import app.backmatter.mail.dkim.DkimKey;
import app.backmatter.mail.dkim.DkimRecord;

/**
 * A key as its owner sees it.
 *
 * @param standing a message key's end
 * @param record what to publish
 */
record KeyCard(DkimKey key, String standing, DkimRecord record) {
    static KeyCard of(DkimKey key) {
        return new KeyCard(key, key.isRetired() ? "RETIRED" : key.finding().name(), key.record());
    }

    /** Good, bad, or neither yet. */
    public String badge() {
        return switch (standing) {
            case "VERIFIED" -> "badge-good";
            case "WRONG", "ABSENT" -> "badge-bad";
            default -> "";
        };
    }

    /** Whether its owner can have it sign although DNS was not seen to have it. */
    public boolean isInsistable() {
        return !key.isRetired() && !key.signs();
    }
}
