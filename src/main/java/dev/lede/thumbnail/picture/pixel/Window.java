package dev.lede.thumbnail.picture.pixel;

/** The part of a picture that is shown, in its pixels and fractions of them. */
public record Window(double x, double y, double width, double height) {

    /** All of it. */
    public static Window all(Rows picture) {
        return new Window(0, 0, picture.width(), picture.height());
    }
}
