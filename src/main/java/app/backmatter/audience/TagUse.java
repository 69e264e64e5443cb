package app.backmatter.audience;

import app.backmatter.pages.Use;
import java.util.List;

/** What names tags, such as the rules of a sequence. Other modules provide such beans, which join the caller's transaction. */
public interface TagUse {
    /** Whatever named the one names the other. */
    void renamed(String tag, String other);

    List<Use> of(String tag);
}
