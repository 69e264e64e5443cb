package app.backmatter.funnels;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Funnels of the workspace in scope, for modules above. */
@Service
public class Funnels {
    public List<FunnelView> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<FunnelView> find(FunnelId id) {
        throw new UnsupportedOperationException();
    }
}
