package app.backmatter.pages;

/**
 * Something of the author's that needs another thing to stay, told with a link when that can't be deleted.
 *
 * @param messageKey of a text with the name as its argument: <em>Funnel: {0}</em>
 * @param path of its page within the workspace, from the slash behind the workspace's part
 */
public record Use(String messageKey, String name, String path) {}
