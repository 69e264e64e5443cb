package app.backmatter.mail.tracking;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import app.backmatter.audience.MailActivity.Seen;
import java.util.Collection;
import java.util.List;

final class Seens {
    private Seens() {}

    /** Of each contact the latest, in the order of time. */
    static List<Seen> latest(Collection<Seen> all) {
        return all.stream()
                .collect(toMap(
                        Seen::contact, seen -> seen, (one, other) -> one.at().isAfter(other.at()) ? one : other))
                .values()
                .stream()
                .sorted(comparing(Seen::at))
                .toList();
    }
}
