package app.backmatter.funnels.passage;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.links.Visitor;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    private Callable<Passage> signUp(PublishedRevision revision, int reader) {
        return () -> signUps.signUp(new OptInRequest(
                revision,
                ReaderFunnels.step(revision, OptIn.class),
                "/p/ann/gift",
                new EmailAddress("reader" + reader + "@example.com"),
                "",
                Source.DIRECT,
                "",
                new Visitor(UUID.randomUUID(), false),
                Instant.now()));
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
