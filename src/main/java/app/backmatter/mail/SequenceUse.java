package app.backmatter.mail;

import app.backmatter.pages.Use;
import java.util.List;

/** What enters readers into sequences. Other modules provide such beans; a sequence's page leads there. */
public interface SequenceUse {
    List<Use> of(SequenceId sequence);
}
