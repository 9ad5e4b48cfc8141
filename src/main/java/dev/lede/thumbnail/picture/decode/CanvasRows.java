package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.pixel.Model;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.util.Arrays;

/** A frame that lies on a larger, transparent canvas. Not thread-safe. */
public final class CanvasRows implements Rows {

    private final Rows frame;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float[] row;

    private CanvasRows(Rows frame, Placement placement, double scaleX, double scaleY) {
        this.frame = frame;
        this.left = (int) Math.round(placement.x() * scaleX);
        this.top = (int) Math.round(placement.y() * scaleY);
        this.width = (int)
                Math.max(left + frame.width(), Math.round(placement.canvas().width() * scaleX));
        this.height = (int)
                Math.max(top + frame.height(), Math.round(placement.canvas().height() * scaleY));
        this.row = new float[frame.width() * frame.model().channels()];
    }

    /** The frame where it belongs, the canvas scaled as the frame was; the frame itself if it covers the canvas. */
    public static Rows of(Rows frame, Placement placement) {
        if (placement.frame().equals(placement.canvas())) {
            return frame;
        }
        return new CanvasRows(
                frame,
                placement,
                (double) frame.width() / placement.frame().width(),
                (double) frame.height() / placement.frame().height());
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Model model() {
        return Model.RGBA;
    }

    @Override
    public void read(int y, float[] into) {
        Arrays.fill(into, 0, width * 4, 0);
        if (y < top || y >= top + frame.height()) {
            return;
        }
        frame.read(y - top, row);
        int channels = frame.model().channels();
        for (int x = 0; x < frame.width(); x++) {
            int to = (left + x) * 4;
            into[to + 3] = 255;
            System.arraycopy(row, x * channels, into, to, channels);
        }
    }
}
