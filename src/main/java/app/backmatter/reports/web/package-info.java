@NullMarked
package app.backmatter.reports.web;

import org.jspecify.annotations.NullMarked;
