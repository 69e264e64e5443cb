/** Mails that follow by themselves: what a sequence consists of, who is where in it, and what moves them on. */
@NullMarked
package app.backmatter.mail.sequence;

import org.jspecify.annotations.NullMarked;
