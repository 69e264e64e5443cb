package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.EntryChanged;
import app.backmatter.funnels.domain.PublishedEntry;
import app.backmatter.funnels.domain.PublishedFunnels;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Entry pages in memory. A page in use is compared with the database every second, off the request, so that all nodes
 * follow a publication; on the node that publishes it takes effect at once.
 */
@Component
class EntryPages implements CacheLoader<String, Optional<EntryPage>> {
    private static final Pattern PATH = Pattern.compile("/p/([a-z0-9-]{1,60})/([a-z0-9-]{1,60})");
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 24 << 20;
    /** What an entry takes beside its page: the path, the nodes of the cache. */
    private static final int ENTRY = 600;

    private final PublishedFunnels funnels;
    private final EntryRenderer renderer;
    private final LoadingCache<String, Optional<EntryPage>> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String path, Optional<EntryPage> page) ->
                    ENTRY + page.map(EntryPage::size).orElse(0))
            .refreshAfterWrite(FRESH)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(this);

    EntryPages(PublishedFunnels funnels, EntryRenderer renderer) {
        this.funnels = funnels;
        this.renderer = renderer;
    }

    /**
     * What no funnel's address looks like is not even remembered: anybody can ask for long ones without end.
     *
     * @param path of a request, from the first slash
     */
    Optional<EntryPage> find(String path) {
        return PATH.matcher(path).matches() ? pages.get(path) : Optional.empty();
    }

    @Override
    public Optional<EntryPage> load(String path) {
        return published(path).map(entry -> renderer.page(entry, path));
    }

    @Override
    public Optional<EntryPage> reload(String path, Optional<EntryPage> old) {
        var entry = published(path);
        return old.isPresent()
                        && entry.filter(now -> isSame(old.get().entry(), now)).isPresent()
                ? old
                : entry.map(found -> renderer.page(found, path));
    }

    @TransactionalEventListener
    void on(EntryChanged change) {
        pages.asMap()
                .values()
                .removeIf(
                        page -> page.isEmpty() || page.get().revision().funnel().equals(change.funnel()));
    }

    private Optional<PublishedEntry> published(String path) {
        var names = PATH.matcher(path);
        return names.matches() ? funnels.find(names.group(1), names.group(2)) : Optional.empty();
    }

    private static boolean isSame(PublishedEntry one, PublishedEntry other) {
        return one.closed() == other.closed()
                && one.revision().id().equals(other.revision().id());
    }
}
