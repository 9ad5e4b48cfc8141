package dev.lede.thumbnail.picture.pixel;

/**
 * A picture in two words.
 *
 * @param color the mean colour as {@code #rrggbb}
 * @param blurhash of 4 by 3 components, 3 by 4 where the picture is higher than wide
 */
public record Summary(String color, String blurhash) {

    /** Of RGB pixels; the fewer, the quicker. */
    public static Summary of(Pixels picture) {
        boolean high = picture.height() > picture.width();
        return new Summary(color(picture), Blurhash.of(picture, high ? 3 : 4, high ? 4 : 3));
    }

    private static String color(Pixels picture) {
        var sums = new long[3];
        for (int i = 0; i < picture.bytes().length; i++) {
            sums[i % 3] += picture.bytes()[i] & 0xff;
        }
        long count = (long) picture.width() * picture.height();
        long color = 0;
        for (long sum : sums) {
            color = color << 8 | (sum + count / 2) / count;
        }
        return "#%06x".formatted(color);
    }
}
