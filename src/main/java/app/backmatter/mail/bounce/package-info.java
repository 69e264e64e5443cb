/**
 * What mail servers, providers and readers report of mails after they left: bounces, complaints, deliveries. Each report is
 * kept once, and has its consequences for the address that it is about.
 */
@NullMarked
package app.backmatter.mail.bounce;

import org.jspecify.annotations.NullMarked;
