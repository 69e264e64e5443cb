@NullMarked
package app.backmatter.mail.web;

import org.jspecify.annotations.NullMarked;
