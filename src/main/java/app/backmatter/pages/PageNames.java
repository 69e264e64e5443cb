package app.backmatter.pages;

import java.util.Optional;

/** Names public pages in the author's words, where only their addresses were kept. The module that has the pages answers. */
public interface PageNames {
    /**
     * @param path from the first slash
     * @return empty for a page that is not known in the workspace in scope
     */
    Optional<String> of(String path);
}
