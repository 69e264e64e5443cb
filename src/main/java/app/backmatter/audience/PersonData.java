package app.backmatter.audience;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module keeps of one person in the workspace in scope, to be handed over whole when the person asks for it. */
public interface PersonData {
    /** What the rows are, such as {@code mails}. */
    String name();

    /** All of them, oldest first; values as text by what they are. */
    List<Map<String, @Nullable Object>> of(ContactId contact);
}
