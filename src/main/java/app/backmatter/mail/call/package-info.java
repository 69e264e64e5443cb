/** What services tell of mails that left by them: heard, checked, and handed on as reports. */
@NullMarked
package app.backmatter.mail.call;

import org.jspecify.annotations.NullMarked;
