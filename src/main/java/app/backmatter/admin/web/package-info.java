@NullMarked
package app.backmatter.admin.web;

import org.jspecify.annotations.NullMarked;
