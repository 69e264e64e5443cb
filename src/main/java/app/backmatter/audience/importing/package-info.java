/**
 * Lists of people brought from elsewhere: the file is read as a stream, its columns are recognised or assigned by the
 * author, and its rows become contacts in the background, chunk by chunk, each once.
 */
@NullMarked
package app.backmatter.audience.importing;

import org.jspecify.annotations.NullMarked;
