package app.backmatter.pages.web;

import app.backmatter.pages.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of the start says where to go. */
@Component
class Greeting {
    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final PublicAddress address;

    Greeting(PublicAddress address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToGo() {
        log.info("Backmatter is open at {}", address.of("/"));
    }
}
