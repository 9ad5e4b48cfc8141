package dev.lede.thumbnail.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures for tests: of four coloured quarters, and with pieces put into their files. */
final class Samples {

    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    /** Top left, top right, bottom left, bottom right. */
    static final List<Color> QUARTERS =
            List.of(new Color(200, 30, 40), new Color(30, 160, 60), new Color(40, 60, 200), new Color(230, 210, 50));

    private Samples() {}

    static BufferedImage quarters(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(
                        x,
                        y,
                        QUARTERS.get((y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1))
                                .getRGB());
            }
        }
        return image;
    }

    static BufferedImage filled(int width, int height, Color color) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("Nothing writes this as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (var in = Samples.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One rendition, as PNG, which loses nothing. */
    static BufferedImage rendered(byte[] bytes, Size size) {
        return decoded(rendition(bytes, size, Format.PNG).bytes());
    }

    static Rendition rendition(byte[] bytes, Size size, Format format) {
        var made = new ArrayList<Rendition>();
        Pictures.render(bytes, List.of(new RenditionSpec(size, format)), made::add);
        return made.get(0);
    }

    static byte[] exif(int orientation, ByteOrder order) {
        return ByteBuffer.allocate(26)
                .order(order)
                .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** A PNG with one more chunk after its header. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        return joined(slice(png, 0, 33), chunk(name, content), slice(png, 33, png.length));
    }

    static byte[] chunk(String name, byte[] content) {
        var named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        var checksum = new CRC32();
        checksum.update(named);
        return joined(number(content.length), named, number((int) checksum.getValue()));
    }

    static byte[] png(int width, int height, byte[] bitsTypeAndRest, byte[]... chunks) {
        var header = chunk("IHDR", joined(number(width), number(height), bitsTypeAndRest));
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'},
                header,
                joined(chunks),
                chunk("IEND", new byte[0]));
    }

    static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        var some = new byte[bytes.length + 100];
        int length = deflater.deflate(some);
        deflater.end();
        return slice(some, 0, length);
    }

    /** A JPEG with one more segment of an application, right at its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var head = ByteBuffer.allocate(4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array();
        return joined(slice(jpeg, 0, 2), head, content, slice(jpeg, 2, jpeg.length));
    }

    /** A still WebP in its extended form, with a chunk before its pixels. */
    static byte[] withRiffChunk(byte[] webp, String name, byte[] content) {
        var extended = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x28)
                .put((byte) (WIDTH - 1))
                .putShort((short) 0)
                .put((byte) (HEIGHT - 1))
                .putShort((short) 0)
                .array();
        var chunks = joined(riff("VP8X", extended), riff(name, content), slice(webp, 12, webp.length));
        return riff("RIFF", joined("WEBP".getBytes(StandardCharsets.US_ASCII), chunks));
    }

    private static byte[] riff(String name, byte[] content) {
        var length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return joined(name.getBytes(StandardCharsets.US_ASCII), length, content, new byte[content.length % 2]);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
