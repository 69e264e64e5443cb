package app.backmatter.orders;

import java.util.List;

/**
 * Downloads that belong together within a product.
 *
 * @param edition whose files they are, in words: <em>E-book of The Quiet Harbour</em>; empty for the product's own
 * @param shownWith the product under which the same files stand already, so that there are none here; usually empty
 */
public record DownloadGroup(String edition, String shownWith, List<Download> downloads) {}
