/** What the pages on which mails are composed have in common, whoever the mails are for. */
@NullMarked
package app.backmatter.mail.web.content;

import org.jspecify.annotations.NullMarked;
