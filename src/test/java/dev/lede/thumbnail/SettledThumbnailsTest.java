package dev.lede.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.thumbnail.KnownPicture.State;
import dev.lede.thumbnail.picture.Focus;
import dev.lede.thumbnail.picture.PictureFacts;
import dev.lede.thumbnail.view.ThumbnailView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettledThumbnailsTest {

    private static final Origin ORIGIN = Origin.ofAddress("https://pictures.example/a.jpg");
    private static final PictureFacts FACTS = new PictureFacts("image/jpeg", 300, 200, "#102030", "LKN]Rv%2Tw=w");

    private static ThumbnailView told(boolean wanted, @Nullable KnownPicture known) {
        var article = new UUID(0, 1);
        var shown = new Shown(article, "https://pictures.example/a.jpg", null, Focus.CENTER, ORIGIN, wanted, null);
        var view = SettledThumbnails.of(
                        List.of(shown),
                        known == null ? Map.of() : Map.of(ORIGIN.id(), known),
                        new ThumbnailViews("", List.of(160, 320, 640)))
                .of(article);
        assertThat(view).isNotNull();
        return Objects.requireNonNull(view);
    }

    private static KnownPicture known(State state) {
        return new KnownPicture(state, "No.", 7, false, "00".repeat(32), state == State.READY ? FACTS : null);
    }

    @Test
    void keepsACopyWhenNothingIsFetchedFromThereAnyMore() {
        var view = told(false, known(State.READY));
        assertThat(view.status()).isEqualTo("ready");
        assertThat(view.renditions()).hasSize(2);
    }

    @Test
    void leavesToItsOriginWhatIsNotWantedAndNotThere() {
        assertThat(told(false, null)).isEqualTo(ThumbnailView.off("https://pictures.example/a.jpg", null));
        assertThat(told(false, known(State.PENDING)).status()).isEqualTo("off");
        assertThat(told(false, known(State.FAILED)).status()).isEqualTo("off");
    }

    @Test
    void tellsHowFarAWantedPictureHasCome() {
        assertThat(told(true, null).status()).isEqualTo("pending");
        assertThat(told(true, known(State.FAILED)).reason()).isEqualTo("No.");
        assertThat(told(true, known(State.READY)).width()).isEqualTo(300);
    }
}
