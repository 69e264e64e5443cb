package app.backmatter.mail.web.content;

import app.backmatter.mail.content.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a button of the editor does beside saving, such as {@code add text 2} or {@code up 1}. What can't be done does
 * nothing.
 *
 * @param at the place among the blocks, from 0
 */
public record EditorAct(String verb, String kind, int at) {
    public static EditorAct of(String typed) {
        var words = typed.split(" ", 3);
        var last = words[words.length - 1];
        int at = last.matches("[0-9]{1,3}") ? Integer.parseInt(last) : -1;
        return new EditorAct(words[0], words.length == 3 ? words[1] : "", at);
    }

    /** @param removed what was taken away last */
    public List<Block> on(List<Block> blocks, Optional<Block> removed) {
        var changed = new ArrayList<>(blocks);
        switch (verb) {
            case "add" -> BlockForm.empty(kind).ifPresent(block -> insert(changed, block));
            case "undo" -> removed.ifPresent(block -> insert(changed, block));
            case "up" -> swap(changed, at - 1, at);
            case "down" -> swap(changed, at, at + 1);
            case "remove" -> {
                if (at >= 0 && at < changed.size()) {
                    changed.remove(at);
                }
            }
            default -> {}
        }
        return changed;
    }

    /** Which has a page of its own. */
    boolean asksForPicture() {
        return verb.equals("picture") || verb.equals("add") && kind.equals("picture");
    }

    /** The block to look at afterwards; none when all stays where it is. */
    public Optional<Integer> goal() {
        return switch (verb) {
            case "add", "undo", "picture" -> Optional.of(at);
            case "up" -> Optional.of(Math.max(0, at - 1));
            case "down" -> Optional.of(at + 1);
            case "remove" -> Optional.of(Math.max(0, at - 1));
            default -> Optional.empty();
        };
    }

    private void insert(List<Block> blocks, Block block) {
        if (blocks.size() < Blocks.MOST) {
            blocks.add(Math.clamp(at, 0, blocks.size()), block);
        }
    }

    private static void swap(List<Block> blocks, int upper, int lower) {
        if (upper >= 0 && lower < blocks.size()) {
            blocks.add(upper, blocks.remove(lower));
        }
    }
}
