package dev.lede.thumbnail;

import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.PictureFacts;
import dev.lede.thumbnail.picture.Size;
import dev.lede.thumbnail.view.RenditionView;
import dev.lede.thumbnail.view.ThumbnailView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients of pictures.
 *
 * @param prefix of addresses; may be empty
 * @param widths on offer, ascending
 */
record ThumbnailViews(String prefix, List<Integer> widths) {

    /** @param picture null when it stays with its origin */
    ThumbnailView of(Shown shown, @Nullable KnownPicture picture) {
        if (picture == null) {
            return shown.refusal() == null
                    ? ThumbnailView.off(shown.src(), shown.alt())
                    : ThumbnailView.failed(shown.src(), shown.alt(), shown.refusal());
        }
        return switch (picture.state()) {
            case PENDING -> ThumbnailView.pending(shown.src(), shown.alt());
            case FAILED -> ThumbnailView.failed(shown.src(), shown.alt(), picture.reason());
            case READY -> ready(shown, picture, Objects.requireNonNull(picture.facts()));
        };
    }

    private ThumbnailView ready(Shown shown, KnownPicture picture, PictureFacts facts) {
        return new ThumbnailView(
                shown.src(),
                shown.alt(),
                "ready",
                null,
                facts.type(),
                facts.width(),
                facts.height(),
                facts.color(),
                facts.blurhash(),
                facts.width() == null || picture.hash() == null
                        ? null
                        : renditions(shown, PictureTag.of(picture.hash(), shown.focus()), facts));
    }

    private List<RenditionView> renditions(Shown shown, String tag, PictureFacts facts) {
        int own = Objects.requireNonNull(facts.width());
        var renditions = new ArrayList<RenditionView>();
        for (var width : widths) {
            var size = new Size.Width(width).of(own, Objects.requireNonNull(facts.height()));
            renditions.add(new RenditionView(
                    prefix + "/v1/thumbnails/" + shown.article() + "/" + width + "." + Format.WEBP.extension() + "?v="
                            + tag,
                    size.width(),
                    size.height(),
                    Format.WEBP.mediaType()));
            // A picture is never enlarged: wider ones would all be the same.
            if (width >= own) {
                break;
            }
        }
        return List.copyOf(renditions);
    }
}
