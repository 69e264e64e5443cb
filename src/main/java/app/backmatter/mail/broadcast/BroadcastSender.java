package app.backmatter.mail.broadcast;

import app.backmatter.mail.MailServer;
import app.backmatter.mail.bounce.ReturnPath;
import app.backmatter.mail.bounce.ReturnPaths;
import app.backmatter.mail.dkim.Signers;
import app.backmatter.mail.domain.Sender;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.mail.transport.Transport;
import app.backmatter.mail.way.MailWays;
import app.backmatter.pages.PublicAddress;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Looks for broadcasts that are being sent, and takes this node's share in them. */
@Component
public class BroadcastSender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastSender.class);
    /** Each needs three connections to the database. The others' turn comes when one is done. */
    private static final int MOST_AT_ONCE = 3;

    private final Underway underway;
    private final Batches batches;
    private final Departures departures;
    private final Pauses pauses;
    private final BroadcastHead head;
    private final Sender sender;
    private final Signers signers;
    private final ReturnPaths returnPaths;
    private final MailServer mail;
    private final MailWays ways;
    private final PublicAddress address;
    private final Paces paces;
    private final Silences silences;
    private final Clock clock;

    private final Map<UUID, BroadcastRun> runs = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(this::work);

    BroadcastSender(
            Underway underway,
            Batches batches,
            Departures departures,
            Pauses pauses,
            BroadcastHead head,
            Sender sender,
            Signers signers,
            ReturnPaths returnPaths,
            MailServer mail,
            MailWays ways,
            PublicAddress address,
            Paces paces,
            Silences silences,
            Clock clock) {
        this.underway = underway;
        this.batches = batches;
        this.departures = departures;
        this.pauses = pauses;
        this.head = head;
        this.sender = sender;
        this.signers = signers;
        this.returnPaths = returnPaths;
        this.mail = mail;
        this.ways = ways;
        this.address = address;
        this.paces = paces;
        this.silences = silences;
        this.clock = clock;
    }

    /** One that knows nothing of this one but by the database, as on another machine. */
    BroadcastSender anotherNode() {
        return new BroadcastSender(
                underway,
                batches,
                departures,
                pauses,
                head,
                sender,
                signers,
                returnPaths,
                mail,
                ways,
                address,
                paces,
                silences,
                clock);
    }

    /** Something may be to be sent. Otherwise it looks by itself every two seconds. */
    void nudge() {
        nudges.release();
    }

    /** Once what changed can be seen by all. */
    public void nudgeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("broadcasts").start(this::work);
    }

    /** What is in the air is finished; the rest is anybody's. */
    @Override
    public void stop() {
        running = false;
        nudge();
        runs.values().forEach(BroadcastRun::stop);
        try {
            thread.join(25_000);
            for (int waited = 0; !runs.isEmpty() && waited < 250; waited++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                look();
                if (nudges.tryAcquire(2, TimeUnit.SECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Broadcasts wait: {}", e.toString());
            }
        }
    }

    private void look() {
        for (var broadcast : underway.ids()) {
            if (running && runs.size() < MOST_AT_ONCE && !runs.containsKey(broadcast)) {
                tryToBegin(broadcast);
            }
        }
    }

    /** One that can't be begun, as it was paused a moment ago or can't be read, is nobody else's trouble. */
    private void tryToBegin(UUID broadcast) {
        try {
            begin(broadcast);
        } catch (RuntimeException e) {
            LOG.warn("Broadcast {} waits: {}", broadcast, e.toString());
        }
    }

    private void begin(UUID broadcast) {
        var sending = underway.read(broadcast);
        var workspace = sending.job().workspace();
        if (!mail.isSet() && !ways.hasOwn(workspace)) {
            return;
        }
        var run = run(sending, ways.of(workspace));
        runs.put(broadcast, run);
        Thread.ofVirtual().name("broadcast-" + broadcast).start(() -> {
            try {
                run.run();
            } catch (RuntimeException e) {
                LOG.warn("Broadcast {} waits", broadcast, e);
            } finally {
                runs.remove(broadcast);
            }
        });
    }

    private BroadcastRun run(Underway.Sending sending, Transport way) {
        var job = sending.job();
        var addresses = new MailAddresses(address.base(), sender.domain(), sending.addresses());
        var from = sender.of(job.workspace(), MailStream.LIST).from();
        var pace = paces.of(job.workspace());
        var signer = way.signs() ? null : signers.of(job.workspace(), from).orElse(null);
        var pattern = new MailPattern(sending.mails(), head.lines(job), addresses, signer);
        // services return mails to themselves, and tell of them by calls
        var returns = way.signs() ? new ReturnPath(from, "") : returnPaths.of(job.workspace(), from);
        var desk = new Desk(job, departures, pauses, new Pace(pace.perSecond()), pace.connections());
        var hearing = new Hearing(job, silences, clock);
        return new BroadcastRun(
                job,
                batches,
                desk,
                () -> new Courier(desk, way, returns, pattern, pauses, hearing, clock),
                pace.connections(),
                pace.perSecond());
    }
}
