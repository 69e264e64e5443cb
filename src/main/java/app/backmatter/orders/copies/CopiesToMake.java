package app.backmatter.orders.copies;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Products of one contact whose stamped files are to be made; as a job keeps it, in ids alone. */
record CopiesToMake(UUID workspace, UUID contact, List<UUID> products) implements Serializable {}
