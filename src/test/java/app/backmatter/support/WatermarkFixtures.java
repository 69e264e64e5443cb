package app.backmatter.support;

import app.backmatter.watermarks.Watermark;
import java.util.List;
import java.util.Locale;

/** Watermarks of readers with all kinds of names. */
public final class WatermarkFixtures {
    private WatermarkFixtures() {}

    public static Watermark of(String name) {
        return new Watermark(
                name,
                known -> "This copy belongs to " + known + ", order 12, Nov 22, 2026",
                "This copy belongs to order 12, Nov 22, 2026",
                "Your copy",
                List.of("Jane Author made it for you.", "Thank you for not passing it on."),
                "12",
                Locale.ENGLISH);
    }
}
