@NullMarked
package app.backmatter.reports.domain;

import org.jspecify.annotations.NullMarked;
