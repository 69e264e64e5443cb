package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.Browser;
import app.backmatter.support.Installation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real application under a crowd of readers, first stopped in order, then killed. */
class StoppedApplicationTests {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148"
                    + " Safari/604.1";

    @TempDir
    Path folder;

    // a process can't be asked to stop there
    @DisabledOnOs(OS.WINDOWS)
    @Test
    void keepsEveryAnsweredClickAndSignUpAtAStopAndAllButASecondsClicksWhenKilled() throws Exception {
        var first = crowdAt(Installation::stop);

        long clicks;
        long passages;
        try (var again = Installation.start(folder)) {
            clicks = again.count("clicks");
            passages = again.count("passages");
        }
        assertThat(clicks).isBetween(first.clicks(), first.clicks() + Crowd.READERS);
        assertThat(passages).isBetween(first.signUps(), first.signUps() + Crowd.READERS);

        var second = crowdAt(Installation::kill);

        try (var again = Installation.start(folder)) {
            assertThat(again.count("clicks") - clicks).isGreaterThanOrEqualTo(second.clicksUntilASecondBeforeTheLast());
            assertThat(again.count("passages") - passages).isGreaterThanOrEqualTo(second.signUps());
            assertThat(again.count("passages")).isEqualTo(again.count("contacts"));
        }
    }

    private interface End {
        void of(Installation installation) throws InterruptedException;
    }

    private Crowd crowdAt(End end) throws Exception {
        try (var installation = Installation.start(folder)) {
            if (installation.count("accounts") == 0) {
                installation.fill();
            }
            var crowd = Crowd.at(installation);
            end.of(installation);
            crowd.leave();
            return crowd;
        }
    }

    /** Readers who scan codes and sign up until nobody answers; each counts what was answered. */
    private static final class Crowd {
        static final int READERS = 6;
        private static final AtomicLong COUNT = new AtomicLong();

        private final Queue<Instant> clicks = new ConcurrentLinkedQueue<>();
        private final Queue<Instant> signUps = new ConcurrentLinkedQueue<>();
        private final List<Thread> readers;

        private Crowd(int port, String code, String page) {
            Runnable scan = () -> {
                if (reader(port).get("/go/" + code).status() == 302) {
                    clicks.add(Instant.now());
                }
            };
            Runnable signUp = () -> {
                var email = "reader" + COUNT.incrementAndGet() + "@example.com";
                if (reader(port).post(page, Map.of("email", email)).status() == 303) {
                    signUps.add(Instant.now());
                }
            };
            readers = List.of(again(scan), again(scan), again(scan), again(scan), again(signUp), again(signUp));
        }

        /** Comes back when the readers are in full swing. */
        static Crowd at(Installation installation) {
            var link = installation
                    .database()
                    .sql("select code, target from short_links limit 1")
                    .query()
                    .singleRow();
            var crowd = new Crowd(installation.port(), (String) link.get("code"), (String) link.get("target"));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> crowd.signUps() > 30 && crowd.clicks() > 200);
            return crowd;
        }

        long clicks() {
            return clicks.size();
        }

        long clicksUntilASecondBeforeTheLast() {
            var moment = clicks.stream().max(Instant::compareTo).orElseThrow().minusSeconds(1);
            return clicks.stream().filter(click -> click.isBefore(moment)).count();
        }

        long signUps() {
            return signUps.size();
        }

        void leave() throws InterruptedException {
            for (var reader : readers) {
                reader.join();
            }
        }

        private static Browser reader(int port) {
            return Browser.on(port).withHeader("User-Agent", PHONE);
        }

        private static Thread again(Runnable step) {
            return Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        step.run();
                    }
                } catch (UncheckedIOException e) {
                    // the end: nobody answers any more
                }
            });
        }
    }
}
