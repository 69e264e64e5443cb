@NullMarked
package app.backmatter.accounts.web;

import org.jspecify.annotations.NullMarked;
