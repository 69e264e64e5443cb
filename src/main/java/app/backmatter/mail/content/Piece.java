package app.backmatter.mail.content;

/**
 * A block as the templates of the two parts show it. What a kind does not have is empty.
 *
 * @param kind text, picture, button, card or divider
 * @param html what stands there as it is, with styles
 * @param words the plain-text part's, or a card's
 * @param link the place that stands for an address
 */
record Piece(
        String kind,
        String html,
        String words,
        String label,
        String link,
        String picture,
        int width,
        String alternative,
        String title,
        String price) {
    static final Piece DIVIDER = new Piece("divider", "", "", "", "", "", 0, "", "", "");

    static Piece text(String html, String words) {
        return new Piece("text", html, words, "", "", "", 0, "", "", "");
    }

    static Piece button(String label, String link) {
        return new Piece("button", "", "", label, link, "", 0, "", "", "");
    }

    static Piece picture(String address, int width, String alternative, String link) {
        return new Piece("picture", "", "", "", link, address, width, alternative, "", "");
    }

    static Piece card(String title, String words, String price, String picture, String label, String link) {
        return new Piece("card", "", words, label, link, picture, 0, title, title, price);
    }
}
