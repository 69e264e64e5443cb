package app.backmatter.mail.broadcast;

import org.jspecify.annotations.Nullable;

/**
 * What a connection is to do.
 *
 * @param message that may leave now
 * @param then is this connection's next, whose envelope may go ahead, but not itself
 */
record Turn(Outgoing message, @Nullable Outgoing then) {}
