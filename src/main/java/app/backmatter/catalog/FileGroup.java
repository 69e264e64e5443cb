package app.backmatter.catalog;

import app.backmatter.storage.StoredFile;
import java.util.List;

/**
 * Files of a product that have one owner, in their order; never none.
 *
 * @param edition whose they are, in words: <em>E-book of The Quiet Harbour</em>; empty for the product's own
 */
public record FileGroup(String edition, List<StoredFile> files) {}
