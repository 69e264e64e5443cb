package app.backmatter.funnels.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.links.Visitor;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

@BackmatterTest
class SignUpBatcherTests {
    private static final int READERS = 200;

    @Autowired
    SignUpBatcher signUps;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Test
    void oneThatTheDatabaseRefusesCostsNobodyElseTheirs() throws Exception {
        var good = funnels.publish(accounts.workspace(), "gift", ReaderFunnels.freeGift());
        // its workspace was never there: a foreign key refuses the row
        var bad = new PublishedRevision(
                WorkspaceId.next(), good.funnel(), good.id(), good.slug(), good.name(), good.content());
        var answers = new ArrayList<Future<Passage>>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                answers.add(readers.submit(signUp(i % 20 == 10 ? bad : good, i)));
            }
        }

        assertThat(answers.stream().filter(SignUpBatcherTests::isSignedUp)).hasSize(READERS - READERS / 20);
    }

    /** Or the last of a crowd would wait for as many connections in turn. */
    @Test
    void aCrowdThatGetsNoConnectionIsAskedToComeAgainAtOnce() throws Exception {
        var gift = funnels.publish(accounts.workspace(), "gift", ReaderFunnels.freeGift());
        var tried = new ArrayList<OptInRequest>();
        var allAreThere = new CountDownLatch(1);
        var busy = new SignUpBatcher(withoutConnection(tried, allAreThere));
        busy.start();
        var refused = new ConcurrentLinkedQueue<Throwable>();
        var readers = IntStream.range(0, 20)
                .mapToObj(reader -> Thread.startVirtualThread(() -> {
                    try {
                        busy.signUp(request(gift, reader));
                    } catch (TooManySignUps e) {
                        refused.add(e);
                    }
                }))
                .toList();
        await().until(() -> readers.stream().allMatch(reader -> reader.getState() == Thread.State.TIMED_WAITING));

        allAreThere.countDown();

        for (var reader : readers) {
            reader.join();
        }
        busy.stop();
        assertThat(refused).hasSize(20);
        assertThat(tried).hasSize(20).doesNotHaveDuplicates();
    }

    private static BeginPassages withoutConnection(List<OptInRequest> tried, CountDownLatch begin) {
        return new BeginPassages(null, null, null, null) {
            @Override
            List<Passage> begin(List<OptInRequest> requests) {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                tried.addAll(requests);
                throw new CannotCreateTransactionException(
                        "as Spring tells of it", new SQLTransientConnectionException());
            }
        };
    }

    private Callable<Passage> signUp(PublishedRevision revision, int reader) {
        return () -> signUps.signUp(request(revision, reader));
    }

    private static OptInRequest request(PublishedRevision revision, int reader) {
        return new OptInRequest(
                revision,
                ReaderFunnels.step(revision, OptIn.class),
                "/p/ann/gift",
                new EmailAddress("reader" + reader + "@example.com"),
                "",
                "",
                Source.DIRECT,
                "",
                new Visitor(UUID.randomUUID(), false),
                Instant.now());
    }

    private static boolean isSignedUp(Future<Passage> answer) {
        try {
            return answer.get() != null;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
