package app.backmatter.shared;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an address that names a thing to people: lower-case letters, digits and single hyphens, 1 to 60 characters. */
public record Slug(String value) {
    public Slug {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*") || value.length() > 60) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /** The nearest slug to any title; a title without a Latin letter or digit gives the fallback. */
    public static Slug from(String title, String fallback) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.length() > 60 ? plain.substring(0, 60).replaceAll("-+$", "") : plain;
        return new Slug(cut.isEmpty() ? fallback : cut);
    }

    @Override
    public String toString() {
        return value;
    }
}
