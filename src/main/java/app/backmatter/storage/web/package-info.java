@NullMarked
package app.backmatter.storage.web;

import org.jspecify.annotations.NullMarked;
