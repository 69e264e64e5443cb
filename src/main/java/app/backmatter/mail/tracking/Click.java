package app.backmatter.mail.tracking;

import java.time.Instant;
import java.util.UUID;

record Click(UUID id, TrackedLink link, UUID message, boolean scanner, Instant at) {}
