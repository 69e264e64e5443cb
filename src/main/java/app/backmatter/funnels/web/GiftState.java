package app.backmatter.funnels.web;

import app.backmatter.orders.DownloadGroup;
import java.util.List;

/**
 * How the gift of a sign-up stands.
 *
 * @param email where its letter went
 * @param confirming whether a button behind the mailed link must be pressed first
 * @param ready whether the downloads may be shown here
 */
record GiftState(String product, String email, boolean confirming, boolean ready, List<DownloadGroup> downloads) {}
