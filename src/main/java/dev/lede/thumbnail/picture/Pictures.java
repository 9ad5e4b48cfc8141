package dev.lede.thumbnail.picture;

import dev.lede.thumbnail.picture.pixel.Summary;
import dev.lede.thumbnail.picture.source.MediaType;
import dev.lede.thumbnail.picture.source.PictureSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What pictures are, and renditions of them. JPEG, PNG, GIF, WebP and BMP are read; of animations the first frame. What a
 * picture is is told by its bytes alone.
 *
 * <p>Before a pixel is decoded the header is judged: at most 50 megapixels, and 65,535 pixels a side. A call holds at
 * most 64 MB of pixels on the heap, besides the file. Progressive JPEG and lossless WebP can only be decoded as a whole:
 * all calls together hold at most 100 MB of native memory for these, and what alone would take more is refused. That is
 * at 6 bytes a pixel of a progressive JPEG, 3 with the usual subsampling of colours, and 4 of a lossless WebP. A file that ends early is refused, even where a part of it could be shown.
 *
 * <p>Thread-safe. Nothing is loaded before the first call, nor written to disk, but libwebp by its loader.
 */
public final class Pictures {

    /** Enough for a mean and a blurhash, in pixels of the longer side. */
    private static final int SUMMARY_SIDE = 64;

    private Pictures() {}

    /** One step that may fail in any way a hostile file makes it. */
    private interface Step<T> {
        T run() throws IOException;
    }

    /**
     * What can be learnt of a picture; it is decoded, though small.
     *
     * @throws UnreadablePictureException if it is none, or too large, broken, or of a kind that cannot be read
     */
    public static PictureFacts inspect(byte[] bytes) {
        var type = type(bytes);
        if (type == MediaType.SVG) {
            return new PictureFacts(type.mediaType(), null, null, null, null);
        }
        return guarded(() -> inspect(type, PictureSource.of(type, bytes)));
    }

    private static PictureFacts inspect(MediaType type, PictureSource source) throws IOException {
        var stored = source.header().stored();
        var small = stored.times(Math.min(1, SUMMARY_SIDE / (double) Math.max(stored.width(), stored.height())));
        var summary = Summary.of(Rendering.upright(source, small).overWhite());
        var shown = source.header().shown();
        return new PictureFacts(type.mediaType(), shown.width(), shown.height(), summary.color(), summary.blurhash());
    }

    /**
     * Makes renditions of one picture with one decoding, in the order asked for.
     *
     * @param ready is given each as soon as it is made; what it throws ends the call, and is passed on as it is
     * @throws UnreadablePictureException if the picture cannot be read, before the first rendition; SVG never can
     */
    public static void render(byte[] bytes, List<RenditionSpec> specs, Consumer<Rendition> ready) {
        var type = type(bytes);
        var rendering = guarded(() -> Rendering.of(PictureSource.of(type, bytes), specs));
        for (var spec : specs) {
            ready.accept(guarded(() -> rendering.rendition(spec)));
        }
    }

    /** The media type of these bytes by how they begin; empty when it is of no picture that is known. */
    public static Optional<String> typeOf(byte[] bytes) {
        return MediaType.of(bytes).map(MediaType::mediaType);
    }

    private static MediaType type(byte[] bytes) {
        return MediaType.of(bytes).orElseThrow(() -> new UnreadablePictureException("is no picture of a known type"));
    }

    private static <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (UnreadablePictureException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Decoders meet what they did not foresee with any exception at all; some hide in one that memory is short.
            if (e.getCause() instanceof OutOfMemoryError shortage) {
                throw shortage;
            }
            throw UnreadablePictureException.broken(e);
        }
    }
}
