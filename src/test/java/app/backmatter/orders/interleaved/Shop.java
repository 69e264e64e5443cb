package app.backmatter.orders.interleaved;

import app.backmatter.support.TestWorkspace;

/**
 * Where stories happen, one after the other.
 *
 * @param calls the path that Stripe calls
 */
record Shop(TestWorkspace workspace, Life life, String calls) {}
