@NullMarked
package app.backmatter.audience.web;

import org.jspecify.annotations.NullMarked;
