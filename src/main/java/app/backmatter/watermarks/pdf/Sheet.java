package app.backmatter.watermarks.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * What is seen of a page: its crop box, turned as the page is shown. Pages of one look have equal sheets.
 *
 * @param left in the page's own units and axes, like the other three
 * @param turned in degrees, clockwise: 0, 90, 180 or 270
 * @param unit how many points (1/72 inch) one of the page's units is
 */
record Sheet(float left, float bottom, float right, float top, int turned, float unit) {
    static Sheet of(PDPage page) {
        var box = page.getCropBox();
        return new Sheet(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getUpperRightX(),
                box.getUpperRightY(),
                page.getRotation(),
                page.getUserUnit());
    }

    /** As it is shown. */
    float width() {
        return isSideways() ? top - bottom : right - left;
    }

    float height() {
        return isSideways() ? right - left : top - bottom;
    }

    PDRectangle box() {
        return new PDRectangle(left, bottom, right - left, top - bottom);
    }

    /** Leads from places on the sheet as it is shown, from its lower left corner, to those of the page. */
    Matrix upright() {
        return switch (turned) {
            case 90 -> new Matrix(0, 1, -1, 0, right, bottom);
            case 180 -> new Matrix(-1, 0, 0, -1, right, top);
            case 270 -> new Matrix(0, -1, 1, 0, left, top);
            default -> new Matrix(1, 0, 0, 1, left, bottom);
        };
    }

    private boolean isSideways() {
        return turned % 180 != 0;
    }
}
