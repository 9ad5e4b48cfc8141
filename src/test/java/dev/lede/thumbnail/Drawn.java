package dev.lede.thumbnail;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
public final class Drawn {

    private Drawn() {}

    /** A picture whose left half has one colour and whose right half another. */
    public static byte[] halves(String format, int width, int height, Color left, Color right) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(right);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return encoded(format, image);
    }

    /** A picture of one colour. */
    public static byte[] plain(String format, int width, int height, Color color) {
        return halves(format, width, height, color, color);
    }

    /** A picture of waves and some grain, about as hard to encode as a photograph. */
    public static byte[] lively(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var grain = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var wave = Math.sin(x / 97.0) * Math.cos(y / 61.0) + Math.sin((x + y) / 23.0) / 3;
                var light = (int) (128 + 80 * wave) + grain.nextInt(9);
                image.setRGB(
                        x, y, new Color(clip(light), clip(light - x * 60 / width), clip(200 - light / 2)).getRGB());
            }
        }
        return encoded(format, image);
    }

    private static int clip(int light) {
        return Math.max(0, Math.min(255, light));
    }

    private static byte[] encoded(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }
}
