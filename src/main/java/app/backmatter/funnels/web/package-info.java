@NullMarked
package app.backmatter.funnels.web;

import org.jspecify.annotations.NullMarked;
