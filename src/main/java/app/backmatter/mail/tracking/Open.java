package app.backmatter.mail.tracking;

import java.time.Instant;
import java.util.UUID;

record Open(UUID id, UUID message, Through through, Instant at) {}
