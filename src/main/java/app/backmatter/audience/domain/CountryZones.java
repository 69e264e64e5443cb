package app.backmatter.audience.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which clock somebody lives by. */
final class CountryZones {
    /** Asked for once: each answer is a copy, and this is asked of every reader. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final Map<String, ZoneId> BY_COUNTRY = read();

    private CountryZones() {}

    /**
     * @param zone as a browser named it, perhaps none that there is
     * @param country two letters; tells nothing where its clocks differ
     */
    static Optional<ZoneId> of(@Nullable String zone, @Nullable String country) {
        return zone != null && ZONES.contains(zone)
                ? Optional.of(ZoneId.of(zone))
                : Optional.ofNullable(country).map(BY_COUNTRY::get);
    }

    private static Map<String, ZoneId> read() {
        var lines = new Properties();
        try (var file = CountryZones.class.getResourceAsStream("/time-zones/countries.properties")) {
            lines.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var zones = new HashMap<String, ZoneId>();
        lines.stringPropertyNames().forEach(zone -> {
            for (var country : lines.getProperty(zone).split(",")) {
                zones.put(country, ZoneId.of(zone));
            }
        });
        return Map.copyOf(zones);
    }
}
