/** Mails that leave over the HTTP interface of a service. */
@NullMarked
package app.backmatter.mail.transport.service;

import org.jspecify.annotations.NullMarked;
