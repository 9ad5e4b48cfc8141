package dev.lede.article;

import dev.lede.access.Caller;
import dev.lede.access.Role;
import dev.lede.article.media.AcceptedMedia;
import dev.lede.article.media.ArticlePictures;
import dev.lede.article.media.ArticlePictures.Found;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.thumbnail.PictureTag;
import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.rendition.RenditionName;
import dev.lede.thumbnail.rendition.RenditionNames;
import dev.lede.thumbnail.rendition.Renditions;
import dev.lede.thumbnail.rendition.ShownPicture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The pictures of articles, in the sizes on offer, as answers. */
@ApplicationScoped
class RenditionAnswers {

    private static final Set<String> OPAQUE = Set.of("image/jpeg", "image/bmp");

    private final ArticlePictures pictures;
    private final RenditionNames names;
    private final Renditions renditions;
    private final Caller caller;

    RenditionAnswers(ArticlePictures pictures, RenditionNames names, Renditions renditions, Caller caller) {
        this.pictures = pictures;
        this.names = names;
        this.renditions = renditions;
        this.caller = caller;
    }

    /**
     * A request as it came.
     *
     * @param size a width or the name of a preset
     * @param extension of a format; null when {@code Accept} is to choose
     * @param version that the client wants it in; null for any
     */
    record Asked(
            String id,
            String size,
            @Nullable String extension,
            @Nullable String version,
            HttpHeaders headers) {

        /** @param rendition the last segment of the address */
        static Asked of(String id, String rendition, @Nullable String version, HttpHeaders headers) {
            var dot = rendition.lastIndexOf('.');
            return dot < 0
                    ? new Asked(id, rendition, null, version, headers)
                    : new Asked(id, rendition.substring(0, dot), rendition.substring(dot + 1), version, headers);
        }
    }

    /** @throws ProblemException {@code not-found}, {@code not-acceptable}, or {@code busy} */
    CompletionStage<Answer> answer(Asked asked) {
        var found = id(asked)
                .flatMap(pictures::find)
                .filter(picture -> picture.visible() || caller.holds(Role.PREVIEW))
                .orElseThrow(
                        () -> notFound("No article with a picture made of pixels has the id \"" + asked.id() + "\"."));
        var name = name(asked, found.picture());
        return renditions
                .of(found.picture(), name.spec(found.picture().focus()))
                .handle((bytes, failure) -> {
                    if (failure != null) {
                        throw refusal(failure);
                    }
                    return answer(
                            asked,
                            found,
                            Answer.of(name.format().mediaType(), bytes.orElseThrow(RenditionAnswers::gone)));
                });
    }

    private static RuntimeException refusal(Throwable failure) {
        if (failure instanceof ProblemException busy) {
            return busy;
        }
        // It was understood when it came, but for that little was read of it.
        return failure instanceof UnreadablePictureException unreadable
                ? notFound("The picture " + unreadable.reason() + ".")
                : new IllegalStateException("A picture could not be brought into another size", failure);
    }

    private RenditionName name(Asked asked, ShownPicture picture) {
        var format = asked.extension() == null
                ? Optional.of(accepted(asked.headers().getAcceptableMediaTypes(), picture))
                : Format.ofExtension(asked.extension());
        return format.flatMap(known -> names.of(asked.size(), known))
                .orElseThrow(() ->
                        notFound("Pictures come as " + names.all() + ", with .webp, .jpg, .png or nothing behind."));
    }

    private static Answer answer(Asked asked, Found found, Answer made) {
        // Another picture is known before the article tells of it.
        var placed = found.snapshot()
                .answer(made.inRanges())
                .dependingOn(Dependencies.on("article:" + asked.id()))
                .madeAnew();
        var negotiated = asked.extension() == null ? placed.varyingBy(HttpHeaders.ACCEPT) : placed;
        var tag = PictureTag.of(found.picture().hash(), found.picture().focus());
        return tag.equals(asked.version()) ? negotiated.immutable() : negotiated;
    }

    /** The format that the client takes most gladly; what may be see-through stays so if it can. */
    private static Format accepted(List<MediaType> ranges, ShownPicture picture) {
        var offered = OPAQUE.contains(picture.type())
                ? List.of(Format.WEBP, Format.JPEG, Format.PNG)
                : List.of(Format.WEBP, Format.PNG, Format.JPEG);
        var types = offered.stream()
                .map(format -> MediaType.valueOf(format.mediaType()))
                .toList();
        return AcceptedMedia.best(ranges, types)
                .map(best -> offered.get(types.indexOf(best)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE, "Pictures come as image/webp, image/jpeg and image/png."));
    }

    private static Optional<UUID> id(Asked asked) {
        try {
            return Optional.of(UUID.fromString(asked.id()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static ProblemException gone() {
        return notFound("This picture is not there any more.");
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }
}
