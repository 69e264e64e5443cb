package app.backmatter.orders.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.stripe.StripeDoor;
import app.backmatter.support.stripe.StripeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens in whatever order, every order is what was paid less what went back, no card is charged twice, and who
 * paid has the files. {@code SEED} in the environment plays other stories, {@code ROUNDS} more or fewer: a round has forty,
 * and fifty rounds are two thousand.
 */
@BackmatterTest
class InterleavedPaymentsTests {
    private static final int SHOPS = 40;
    private static final long SEED = number("SEED", 20261122);
    private static final long ROUNDS = number("ROUNDS", 12);
    private static final String LOG = "app.backmatter.orders";

    @Autowired
    ApplicationContext application;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures orders;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Shop> shops = new ArrayList<>();
    private StripeDoor door;
    private Books books;
    private Till till;

    @BeforeEach
    void open() {
        // what goes wrong here goes wrong on purpose
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LOG, LogLevel.OFF);
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> {
            if (!(trouble instanceof Life.Killed)) {
                trouble.printStackTrace();
            }
        });
        books = new Books(jdbc);
        books.putAsideTheRest();
        till = new Till(application);
        door = new StripeDoor();
        for (int number = 0; number < SHOPS; number++) {
            var workspace = accounts.workspace();
            var calls = till.connect(workspace.id(), secret(number), door.address());
            shops.add(new Shop(workspace, till.life(workspace.id()), calls));
        }
    }

    @AfterEach
    void close() {
        threads.shutdown();
        door.close();
        till.close();
        books.forgetKeys();
        Thread.setDefaultUncaughtExceptionHandler(null);
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LOG, null);
    }

    @Test
    void everyStoryComesOutRight() {
        var verdict = new Verdict(books, till);
        for (long round = 0; round < ROUNDS; round++) {
            play(verdict, SEED + round);
        }
        shops.forEach(verdict::numbers);
        assertMuchHappened(ROUNDS * SHOPS);
    }

    /** Else all of it would come out right by itself. */
    private void assertMuchHappened(long stories) {
        var tally = books.tally();
        assertThat(tally.charged()).as("%s", tally).isGreaterThan(stories / 4);
        assertThat(tally.declined()).as("%s", tally).isGreaterThan(stories / 4);
        assertThat(tally.refunded()).as("%s", tally).isGreaterThan(stories / 12);
        assertThat(tally.refused()).as("%s", tally).isGreaterThan(stories / 200);
        assertThat(tally.takenBack()).as("%s", tally).isGreaterThan(stories / 40);
        assertThat(tally.offers()).as("%s", tally).isGreaterThan(stories / 100);
        assertThat(shops.stream().mapToInt(shop -> shop.life().deaths()).sum())
                .as("processes killed")
                .isGreaterThan((int) stories / 4);
    }

    private void play(Verdict verdict, long seed) {
        var stories = new ArrayList<Story>();
        for (int number = 0; number < SHOPS; number++) {
            var story = new Story(
                    shops.get(number),
                    till,
                    new StripeModel(door.address(), till.clock),
                    orders,
                    seed * 1_000 + number);
            door.connect(secret(number), story::answer);
            stories.add(story);
        }
        new Round(till, stories, books, threads, seed).play();
        stories.forEach(story -> story.judge(verdict, "SEED=%s ROUNDS=1".formatted(seed)));
    }

    private static String secret(int number) {
        return "sk_test_known" + number;
    }

    private static long number(String name, long usual) {
        var given = System.getenv(name);
        return given == null ? usual : Long.parseLong(given);
    }
}
